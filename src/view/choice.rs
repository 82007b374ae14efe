//! The closed vocabularies of choices. The first value of each is the authors' choice.

use crate::study::term::Term;

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident is $title:literal { $(#[$first_doc:meta])* $first:ident = $first_word:literal, $first_label:literal; $($(#[$item_doc:meta])* $item:ident = $word:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name { $(#[$first_doc])* #[default] $first, $($(#[$item_doc])* $item,)* }

        impl Term for $name {
            const NAME: &'static str = $title;
            const ALL: &'static [Self] = &[Self::$first, $(Self::$item),*];

            fn word(self) -> &'static str {
                match self { Self::$first => $first_word, $(Self::$item => $word),* }
            }

            fn label(self) -> &'static str {
                match self { Self::$first => $first_label, $(Self::$item => $label),* }
            }
        }
    };
}

choices! {
    /// The order of rows.
    Sort is "sort" {
        /// As the study lists them.
        Authors = "authors", "Authors' order";
        /// By name.
        Name = "name", "Name";
        /// By how many are in place or evident, most first.
        Count = "count", "How many have it";
        /// By the first year known.
        First = "first", "First year";
        /// By enrollment, largest first.
        Enrollment = "enrollment", "Enrollment";
    }
}

choices! {
    /// How rows are grouped.
    Group is "group" {
        /// As the figure's authors group them.
        Authors = "authors", "In groups";
        /// Not at all.
        Flat = "none", "No groups";
    }
}

choices! {
    /// The form in which a figure is read.
    Show is "form" {
        /// The picture.
        Chart = "chart", "Chart";
        /// The table.
        Table = "table", "Table";
        /// A navigable text tree.
        Outline = "outline", "Outline";
    }
}

choices! {
    /// The colors of the page.
    Theme is "theme" {
        /// As the device is set.
        System = "system", "System";
        /// Dark ink on a light ground.
        Light = "light", "Light";
        /// Light ink on a dark ground.
        Dark = "dark", "Dark";
    }
}

choices! {
    /// The language of the page. There is one so far.
    Language is "language" {
        /// American English.
        English = "en", "English";
    }
}
