//! The closed vocabularies of a study: what a cell may say where only a few words make sense.

/// A closed vocabulary: every value has a word for files and addresses, and a label for people.
pub trait Term: Copy + Eq + 'static {
    /// What the vocabulary is called in messages, such as `status`.
    const NAME: &'static str;
    /// All values, in the order in which they are listed to readers.
    const ALL: &'static [Self];

    /// The word in study files, addresses and class names: lower-case kebab-case.
    fn word(self) -> &'static str;
    /// The label that people read.
    fn label(self) -> &'static str;

    /// The value with this word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident is $title:literal { $($(#[$item_doc:meta])* $item:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item_doc])* $item,)+ }

        impl Term for $name {
            const NAME: &'static str = $title;
            const ALL: &'static [Self] = &[$(Self::$item),+];

            fn word(self) -> &'static str {
                match self { $(Self::$item => $word),+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$item => $label),+ }
            }
        }
    };
}

terms! {
    /// Where a fact or statement comes from; see 'Four layers' in the report's 'about' part.
    Layer is "layer" {
        /// What the study's own public pages say.
        Study = "study", "Study";
        /// What laws, agencies, districts, organizations and news reports say.
        PublicRecord = "public-record", "Public record";
        /// A status or lesson that this edition assigned from the record.
        OurReading = "our-reading", "Our reading";
        /// Nothing was found, which never means that a thing does not exist.
        NotFound = "not-found", "Not found";
    }
}

terms! {
    /// How plainly the source states the fact.
    Confidence is "confidence" {
        /// Stated plainly by the body itself or a named news report.
        High = "high", "High";
        /// One secondary or undated source, or only part of a text.
        Medium = "medium", "Medium";
        /// A weak source or a general statement.
        Low = "low", "Low";
    }
}

terms! {
    /// What a strategy or decision is for: the study's two groups of state-level recommendations.
    Aim is "aim" {
        /// Creating state conditions.
        Condition = "condition", "Creating state conditions";
        /// Supporting local implementation.
        Support = "support", "Supporting local implementation";
    }
}

terms! {
    /// How far a state has a strategy, as read from the record.
    StrategyStatus is "status" {
        /// A law, rule, program, standing body or network that is open or in force.
        InPlace = "in-place", "In place";
        /// Present in part: optional, one-time, in draft, partner-led, or covering only some.
        Partial = "partial", "Partly in place";
        /// A defined first group, whether running or ended.
        Pilot = "pilot", "Pilot";
        /// Sources on the topic were read and none shows it.
        NoneFound = "none-found", "None found";
        /// No source on the topic was read.
        Unknown = "unknown", "Unknown";
    }
}

terms! {
    /// How far a district shows a practice, as read from public sources.
    PracticeStatus is "status" {
        /// A public source says that the practice is in use.
        Evident = "evident", "Evident";
        /// In use in some grades or schools, stated in general terms, or still being built.
        Partial = "partial", "Partly evident";
        /// Stated as an aim, a plan or a condition of a grant.
        Planned = "planned", "Planned";
        /// Sources were read and none shows it.
        NoneFound = "none-found", "None found";
    }
}

terms! {
    /// What kind of thing happened.
    EventKind is "kind" {
        /// An act or budget proviso.
        Law = "law", "Law";
        /// A rule of an agency or board.
        Regulation = "regulation", "Regulation";
        /// A bill that failed, or whose enactment could not be confirmed.
        BillNotEnacted = "bill-not-enacted", "Bill not enacted";
        /// A vision or graduate portrait.
        Vision = "vision", "Vision";
        /// A framework of competencies or learning.
        Framework = "framework", "Framework";
        /// A task force or commission.
        TaskForce = "task-force", "Task force";
        /// Guidance to schools and districts.
        Guidance = "guidance", "Guidance";
        /// A pilot or first cohort.
        Pilot = "pilot", "Pilot";
        /// A network of schools or districts.
        Network = "network", "Network";
        /// Public or philanthropic money.
        Funding = "funding", "Funding";
        /// A body that takes up the work.
        Organization = "organization", "Organization";
        /// A step by a district.
        District = "district", "District";
        /// An evaluation or outside study.
        Evaluation = "evaluation", "Evaluation";
        /// A published report.
        Report = "report", "Report";
        /// An award or rating.
        Recognition = "recognition", "Recognition";
        /// An effect of the COVID-19 pandemic.
        Pandemic = "pandemic", "Pandemic";
    }
}

terms! {
    /// The family an event kind belongs to: few enough to tell apart by shape.
    EventFamily is "family" {
        /// Laws, regulations and bills.
        Rules = "rules", "Laws and rules";
        /// Visions, frameworks, task forces and guidance.
        Direction = "direction", "Vision and guidance";
        /// Pilots, networks, funding, organizations and districts.
        Practice = "practice", "Pilots, networks, money";
        /// Evaluations, reports and recognition.
        Evidence = "evidence", "Studies and recognition";
        /// The pandemic.
        Pandemic = "pandemic", "Pandemic";
    }
}

impl EventKind {
    /// The family that the kind is drawn as.
    pub const fn family(self) -> EventFamily {
        match self {
            Self::Law | Self::Regulation | Self::BillNotEnacted => EventFamily::Rules,
            Self::Vision | Self::Framework | Self::TaskForce | Self::Guidance => EventFamily::Direction,
            Self::Pilot | Self::Network | Self::Funding | Self::Organization | Self::District => {
                EventFamily::Practice
            }
            Self::Evaluation | Self::Report | Self::Recognition => EventFamily::Evidence,
            Self::Pandemic => EventFamily::Pandemic,
        }
    }
}

terms! {
    /// What kind of publication a source is.
    SourceKind is "kind" {
        /// A statute or act.
        Law = "law", "Law";
        /// A rule of an agency.
        Regulation = "regulation", "Regulation";
        /// A page of a state agency.
        Agency = "agency", "Agency";
        /// A page of a legislature.
        Legislature = "legislature", "Legislature";
        /// A public page about the study itself.
        Study = "study", "Study";
        /// A research report.
        Research = "research", "Research";
        /// A page of a nonprofit organization.
        Nonprofit = "nonprofit", "Nonprofit";
        /// A page of a district or school.
        District = "district", "District";
        /// A news report.
        News = "news", "News";
        /// A data file.
        Data = "data", "Data";
    }
}

terms! {
    /// A state's part in the studies.
    Role is "role" {
        /// One of the study's own states.
        Study = "study", "In the study";
        /// Added by a follow-up.
        FollowUp = "follow-up", "Follow-up only";
    }
}

terms! {
    /// A chamber of a legislature.
    Chamber is "chamber" {
        /// The lower chamber.
        House = "house", "House";
        /// The upper chamber.
        Senate = "senate", "Senate";
    }
}

terms! {
    /// What a sum of public money is: sums of different kinds are not to be added or ranked.
    AmountKind is "kind of amount" {
        /// Asked for in a budget; the record does not show that it was granted.
        Proposal = "proposal", "Proposal";
        /// Money that a state set aside by law.
        Appropriation = "appropriation", "State money";
        /// Federal grants and relief.
        Federal = "federal", "Federal money";
        /// A grant to one recipient.
        Grant = "grant", "Grant";
        /// The most that one award or site can get, not what was paid.
        Cap = "cap", "Upper limit";
        /// The record says that no money came with it.
        NoMoney = "no-money", "No money attached";
    }
}

terms! {
    /// What a local place is.
    DistrictKind is "kind" {
        /// A school district.
        District = "district", "District";
        /// A consortium of districts or schools.
        Consortium = "consortium", "Consortium";
        /// A single school.
        School = "school", "School";
    }
}

terms! {
    /// Whether a framework names a strategy.
    Named is "named" {
        /// It does.
        Yes = "yes", "Yes";
        /// It names part of it.
        Partial = "partial", "In part";
        /// The framework's list is known in full and does not name it.
        No = "no", "No";
    }
}

terms! {
    /// A plain yes or no.
    YesNo is "answer" {
        /// Yes.
        Yes = "yes", "Yes";
        /// No.
        No = "no", "No";
    }
}

terms! {
    /// The part of the report that a statement belongs to.
    Section is "section" {
        /// Key takeaways.
        Takeaways = "takeaways", "Key takeaways";
        /// State partnerships.
        Partnerships = "partnerships", "State partnerships";
        /// State approaches.
        Approaches = "approaches", "State approaches";
        /// State supports.
        Supports = "supports", "State supports";
        /// Cross-district analysis.
        Districts = "districts", "Cross-district analysis";
        /// Lessons learned.
        Lessons = "lessons", "Lessons learned";
        /// Recommendations for state leaders.
        RecommendationsState = "recommendations-state", "Recommendations for state leaders";
        /// Recommendations for district leaders.
        RecommendationsDistrict = "recommendations-district", "Recommendations for district leaders";
        /// Next steps for research.
        NextResearch = "next-research", "Next steps for research";
    }
}

terms! {
    /// What kind of thing a related resource is.
    ResourceKind is "kind" {
        /// A report.
        Report = "report", "Report";
        /// A webinar.
        Webinar = "webinar", "Webinar";
        /// A brief.
        Brief = "brief", "Brief";
        /// A case study.
        CaseStudy = "case-study", "Case study";
        /// A data set.
        Dataset = "dataset", "Data set";
        /// A law.
        Law = "law", "Law";
    }
}

terms! {
    /// A vocabulary whose words were assigned by rule.
    Vocabulary is "vocabulary" {
        /// [`Layer`].
        Layer = "layer", "Layers";
        /// [`StrategyStatus`].
        StrategyStatus = "strategy-status", "Status of a state strategy";
        /// [`PracticeStatus`].
        PracticeStatus = "practice-status", "Status of a district practice";
        /// [`Confidence`].
        Confidence = "confidence", "Confidence";
        /// [`EventKind`].
        EventKind = "event-kind", "Kind of event";
        /// Whether a source is official.
        Official = "official", "Official source";
    }
}

impl Vocabulary {
    /// The words that the vocabulary has, in order.
    pub fn words(self) -> Vec<&'static str> {
        fn of<T: Term>() -> Vec<&'static str> {
            T::ALL.iter().map(|term| term.word()).collect()
        }
        match self {
            Self::Layer => of::<Layer>(),
            Self::StrategyStatus => of::<StrategyStatus>(),
            Self::PracticeStatus => of::<PracticeStatus>(),
            Self::Confidence => of::<Confidence>(),
            Self::EventKind => of::<EventKind>(),
            Self::Official => of::<YesNo>(),
        }
    }
}

terms! {
    /// What a caution is about.
    Topic is "topic" {
        /// What is and is not in the record.
        Scope = "scope", "What is and is not here";
        /// State strategies and their statuses.
        Status = "status", "State strategies";
        /// District practices.
        Practice = "practice", "District practices";
        /// Sources and their disagreements.
        Sources = "sources", "Sources";
        /// Measurements, surveys and votes.
        Numbers = "numbers", "Numbers";
        /// National counts.
        National = "national", "National counts";
        /// The field's frameworks.
        Frameworks = "frameworks", "Frameworks";
    }
}
