//! Where a link may lead.

/// Why an address cannot be linked, and what to do; nothing for an address that can.
pub(super) fn refused(href: &str) -> Option<(&'static str, &'static str)> {
    if href.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some((
            "the link holds white space",
            "write %20 for a space, or delete it",
        ));
    }
    let Ok(url) = url::Url::parse(href) else {
        return Some((
            "the link is not an address",
            "write https://…, mailto:… or #fragment",
        ));
    };
    match url.scheme() {
        "https" if !url.username().is_empty() || url.password().is_some() => {
            Some(("the link holds credentials", "delete them"))
        }
        "https" if url.domain().is_none_or(|host| !host.contains('.')) => Some((
            "the link has no real host",
            "write it in full: https://example.org/page",
        )),
        "https" => None,
        "mailto"
            if url
                .path()
                .split_once('@')
                .is_some_and(|(who, host)| !who.is_empty() && host.contains('.')) =>
        {
            None
        }
        "mailto" => Some(("the mail address is not one", "write mailto:name@example.org")),
        "http" => Some(("the link is not secure", "use https://")),
        _ => Some((
            "the link's scheme is not allowed",
            "write https://…, mailto:… or #fragment",
        )),
    }
}
