//! What a reader set for all pages: colors, size of text, contrast, patterns, motion, keys.
//!
//! Every setting starts from what the device or the browser says. In a page a setting stands as an attribute of the root
//! element (`data-text="130"`), which style sheets and scripts go by; on the device, where the reader asked for that, all of them
//! stand in one entry (`theme=dark text=130`).

use crate::study::term::Term;
use crate::view::Theme;

/// The entry of the device's storage.
pub const KEY: &str = "throughline-settings";

/// The id of the switch by which the device keeps the settings, and of what is said beside it.
pub const KEEP: [&str; 2] = ["settings-keep", "settings-note"];

/// One setting and what it can be; the first is where it starts, and says nothing in attributes and entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in entries and, after `data-`, in attributes.
    pub name: &'static str,
    /// What readers call it.
    pub label: &'static str,
    /// The word and the label of each option.
    pub options: &'static [(&'static str, &'static str)],
}

/// All settings, as the panel shows them. The names and words of themes are those of [`Theme`].
pub const ALL: [Setting; 6] = [
    Setting {
        name: "theme",
        label: "Theme",
        options: &[("system", "System"), ("light", "Light"), ("dark", "Dark")],
    },
    Setting {
        name: "text",
        label: "Text size",
        options: &[("100", "100%"), ("115", "115%"), ("130", "130%"), ("150", "150%")],
    },
    Setting {
        name: "contrast",
        label: "Contrast",
        options: &[("system", "System"), ("more", "More")],
    },
    Setting {
        name: "patterns",
        label: "Patterns",
        options: &[("system", "System"), ("on", "On"), ("off", "Off")],
    },
    Setting {
        name: "motion",
        label: "Motion",
        options: &[("system", "System"), ("off", "Off")],
    },
    Setting {
        name: "letters",
        label: "Single-letter keys",
        options: &[("on", "On"), ("off", "Off")],
    },
];

/// Where [`ALL`] holds the theme.
pub const THEME: usize = 0;

/// The option of each setting, by its place. The default is where all of them start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings([usize; ALL.len()]);

impl Settings {
    /// Reads an entry. What it does not understand is left where it starts; of two words for one setting the last counts.
    pub fn read(entry: &str) -> Self {
        let mut settings = Self::default();
        for (name, word) in entry.split(' ').filter_map(|part| part.split_once('=')) {
            settings.take(name, word);
        }
        settings
    }

    /// Takes the option with this word, if there is one.
    pub fn take(&mut self, name: &str, word: &str) {
        for (setting, chosen) in ALL.iter().zip(&mut self.0) {
            let known = setting.options.iter().position(|(known, _)| *known == word);
            if let (true, Some(option)) = (setting.name == name, known) {
                *chosen = option;
            }
        }
    }

    /// The entry, which [`read`](Self::read) understands.
    pub fn entry(self) -> String {
        let mut entry = String::new();
        for (name, word) in self.words() {
            if let Some(word) = word {
                let space = if entry.is_empty() { "" } else { " " };
                entry += &[space, name, "=", word].concat();
            }
        }
        entry
    }

    /// The name and the word of each setting; no word for one that is where it starts.
    pub fn words(self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        ALL.iter().zip(self.0).map(|(setting, option)| {
            let chosen = setting.options.get(option).filter(|_| option > 0);
            (setting.name, chosen.map(|(word, _)| *word))
        })
    }

    /// The place of the option of a setting.
    pub fn get(self, setting: usize) -> usize {
        self.0.get(setting).copied().unwrap_or_default()
    }

    /// Chooses an option of a setting, both by their places.
    pub fn set(&mut self, setting: usize, option: usize) {
        if let Some(chosen) = self.0.get_mut(setting) {
            *chosen = option;
        }
    }

    /// These settings with all that differs between two others as the second of them has it.
    pub fn with_changes(mut self, before: Self, after: Self) -> Self {
        for (own, (before, after)) in self.0.iter_mut().zip(before.0.into_iter().zip(after.0)) {
            if before != after {
                *own = after;
            }
        }
        self
    }

    /// The theme.
    pub fn theme(self) -> Theme {
        Theme::ALL.get(self.get(THEME)).copied().unwrap_or_default()
    }
}

/// Whether the device keeps the reader's settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody asked for it.
    #[default]
    No,
    /// It does.
    Yes,
    /// It was asked to, and does not.
    Refused,
}

impl Keeping {
    /// What a reader is told of it.
    pub const fn note(self) -> &'static str {
        match self {
            Self::No => "Not kept: they last until this page is left.",
            Self::Yes => "Kept, for all pages of this report.",
            Self::Refused => "This browser stores nothing here: they last until this page is left.",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn settings() -> impl Strategy<Value = Settings> {
        any::<[u8; ALL.len()]>().prop_map(|bytes| {
            let mut settings = Settings::default();
            for (place, byte) in bytes.into_iter().enumerate() {
                settings.set(place, usize::from(byte) % ALL[place].options.len());
            }
            settings
        })
    }

    proptest! {
        #[test]
        fn an_entry_is_read_as_it_was_written(settings in settings()) {
            prop_assert_eq!(Settings::read(&settings.entry()), settings);
        }

        #[test]
        fn any_entry_is_mended(entry in "([a-z]{0,8}|theme|text|motion)(=([a-z0-9]{0,6}|dark|130|off))?( .{0,20})?") {
            let read = Settings::read(&entry);
            prop_assert_eq!(Settings::read(&read.entry()), read);
        }

        #[test]
        fn changes_are_taken_over_and_nothing_else(own in settings(), before in settings(), after in settings()) {
            let merged = own.with_changes(before, after);
            for place in 0..ALL.len() {
                let expected = if before.get(place) == after.get(place) { own } else { after };
                prop_assert_eq!(merged.get(place), expected.get(place));
            }
        }
    }

    #[test]
    fn an_entry_says_only_what_was_chosen() {
        assert_eq!(Settings::default().entry(), "");
        let read = Settings::read(
            "text=130 theme=dark motion=system junk text=900 =dark theme=  contrast=more=more",
        );
        assert_eq!(read.entry(), "theme=dark text=130");
        assert_eq!(Settings::read("theme=dark theme=light").theme(), Theme::Light);
    }

    #[test]
    fn themes_are_those_of_views() {
        let words: Vec<_> = Theme::ALL
            .iter()
            .map(|theme| (theme.word(), theme.label()))
            .collect();
        assert_eq!(ALL[THEME].options, words);
        for (place, (word, _)) in ALL[THEME].options.iter().enumerate() {
            let mut settings = Settings::default();
            settings.set(THEME, place);
            assert_eq!(settings.theme().word(), *word);
        }
    }
}
