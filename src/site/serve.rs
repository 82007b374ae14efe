//! A server for one built site, with the headers that the site has in production.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderName, HeaderValue, VARY};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::policy::{PathKind, Policy};
use super::{SiteError, folder, inline, media, one_file};

/// Serves a built site on this machine until it is told to stop, and prints its address when it is ready.
///
/// Port 0 takes any free port.
pub async fn serve(root: &Path, port: u16) -> Result<(), SiteError> {
    let app = router(root)?;
    let listener = listen(port).await?;
    let address = listener.local_addr().map_err(SiteError::Server)?;
    println!("http://{address}/");
    axum::serve(listener, app)
        .with_graceful_shutdown(interrupted())
        .await
        .map_err(SiteError::Server)
}

async fn listen(port: u16) -> Result<TcpListener, SiteError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address)
        .await
        .map_err(|source| match source.kind() {
            ErrorKind::AddrInUse => SiteError::PortInUse(port),
            _ => SiteError::Port { port, source },
        })
}

async fn interrupted() {
    // Where signals cannot be listened to, the program ends without grace.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

struct Site {
    policy: Policy,
    missing_page: Vec<u8>,
}

fn router(root: &Path) -> Result<Router, SiteError> {
    if !root.join("index.html").is_file() {
        return Err(SiteError::NotBuilt(root.to_owned()));
    }
    let mut files = folder::read(root)?;
    // One file states its own policy; what it runs is no other page's to run.
    let pages = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && path.as_str() != one_file::NAME);
    let scripts: BTreeSet<String> = pages
        .flat_map(|(_, bytes)| inline::script_hashes(&String::from_utf8_lossy(bytes)))
        .collect();
    let site = Site {
        policy: Policy::new(scripts),
        missing_page: files.remove("404.html").unwrap_or_default(),
    };
    let service = ServeDir::new(root).precompressed_br().precompressed_gzip();
    Ok(Router::new()
        .fallback_service(service)
        .layer(middleware::from_fn_with_state(Arc::new(site), answer)))
}

/// Dresses the answer of the file service: the page for a wrong address, media type, and the headers of the policy.
async fn answer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let method = request.method().clone();
    let origin = origin(request.headers());
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        response = missing(&site.missing_page, &method);
    }
    let is_missing = response.status() == StatusCode::NOT_FOUND;
    // A missing file may be there tomorrow, so it is never one to be kept.
    let kind = if is_missing {
        PathKind::Page
    } else {
        PathKind::of(&path)
    };
    let headers = response.headers_mut();
    let media_type = if is_missing {
        media::media_type("404.html")
    } else {
        media::media_type(&path)
    };
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    insert_all(headers, Policy::common());
    insert_all(headers, site.policy.clone().at(origin).of_kind(kind));
    response
}

/// The origin by which this server was asked, if that is written as one.
fn origin(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let is_plain = host
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    is_plain.then(|| format!("http://{host}"))
}

fn missing(page: &[u8], method: &Method) -> Response {
    let length = page.len();
    let body = if method == Method::HEAD {
        Body::empty()
    } else {
        Body::from(page.to_vec())
    };
    (StatusCode::NOT_FOUND, [(CONTENT_LENGTH, length)], body).into_response()
}

fn insert_all(headers: &mut HeaderMap, new: Vec<(&'static str, String)>) {
    for (name, value) in new {
        // Names and values are our own and plain ASCII.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_port_is_told_as_such() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).await.unwrap_err();
        assert!(
            matches!(error, SiteError::PortInUse(known) if known == port),
            "{error}"
        );
    }

    #[test]
    fn a_folder_without_a_page_is_not_served() {
        let error = router(Path::new("src")).unwrap_err();
        assert!(error.to_string().contains("run `make build` first"), "{error}");
    }
}
