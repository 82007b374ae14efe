//! What a profile is of.

use crate::figure::{FigureKind, offers};
use crate::study::model::{District, Practice, State, Strategy};
use crate::study::term::Term;
use crate::study::{FactRef, Ref, Study};
use crate::ui::anchor;
use crate::view::View;

/// What a profile is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A state.
    State(Ref<State>),
    /// A district, consortium or school.
    District(Ref<District>),
    /// A state strategy.
    Strategy(Ref<Strategy>),
    /// A district practice.
    Practice(Ref<Practice>),
}

impl Subject {
    /// All of a study, kind by kind.
    pub fn all(study: &Study) -> Vec<Self> {
        let states = study.states.refs().map(Self::State);
        let districts = study.districts.refs().map(Self::District);
        let strategies = study.strategies.refs().map(Self::Strategy);
        let practices = study.practices.refs().map(Self::Practice);
        states
            .chain(districts)
            .chain(strategies)
            .chain(practices)
            .collect()
    }

    /// Its name.
    pub fn name(self, study: &Study) -> &str {
        match self {
            Self::State(row) => &study.states[row].name,
            Self::District(row) => &study.districts[row].name,
            Self::Strategy(row) => &study.strategies[row].name,
            Self::Practice(row) => &study.practices[row].name,
        }
    }

    /// What kind of thing it is.
    pub fn kind(self, study: &Study) -> &'static str {
        match self {
            Self::State(_) => "State",
            Self::District(row) => study.districts[row].kind.label(),
            Self::Strategy(_) => "State strategy",
            Self::Practice(_) => "District practice",
        }
    }

    /// What describes it: the fact that is itself.
    pub const fn fact(self) -> FactRef {
        match self {
            Self::State(row) => FactRef::State(row),
            Self::District(row) => FactRef::District(row),
            Self::Strategy(row) => FactRef::Strategy(row),
            Self::Practice(row) => FactRef::Practice(row),
        }
    }

    /// The folder of its page.
    pub fn folder(self, study: &Study) -> String {
        match self {
            Self::State(row) => anchor::of_state(&study.states[row].id),
            Self::District(row) => anchor::of_district(&study.districts[row].id),
            Self::Strategy(row) => anchor::of_strategy(&study.strategies[row].id),
            Self::Practice(row) => anchor::of_practice(&study.practices[row].id),
        }
    }

    /// The View of nothing but it, with which its page opens.
    pub fn view(self) -> View {
        let mut view = View::default();
        match self {
            Self::State(row) => view.states.push(row),
            Self::District(row) => view.districts.push(row),
            Self::Strategy(row) => view.strategies.push(row),
            Self::Practice(row) => view.practices.push(row),
        }
        view
    }

    /// The figures that are drawn on its page.
    pub fn drawn(self, study: &Study) -> Vec<FigureKind> {
        match self {
            Self::State(_) => vec![FigureKind::StrategyMatrix, FigureKind::Timeline],
            Self::District(row) => {
                let place = crate::study::model::Place::District(row);
                let measured = study.observations.rows().iter().any(|one| one.place == place);
                let mut figures = vec![FigureKind::DistrictPractices];
                figures.extend(measured.then_some(FigureKind::DistrictTrends));
                figures
            }
            Self::Strategy(_) => vec![
                FigureKind::StrategyMatrix,
                FigureKind::Timeline,
                FigureKind::Crosswalk,
            ],
            Self::Practice(_) => vec![FigureKind::DistrictPractices],
        }
    }

    /// The figure that stands for it where there is room for one.
    pub const fn pictured(self) -> FigureKind {
        match self {
            Self::State(_) => FigureKind::Timeline,
            Self::District(_) | Self::Practice(_) => FigureKind::DistrictPractices,
            Self::Strategy(_) => FigureKind::StrategyMatrix,
        }
    }

    /// All figures that a View of nothing but it changes.
    pub fn figures(self, study: &Study) -> Vec<FigureKind> {
        FigureKind::ALL
            .iter()
            .copied()
            .filter(|kind| {
                let offers = offers(*kind, study);
                match self {
                    Self::State(_) => offers.states,
                    Self::District(_) => offers.districts,
                    Self::Strategy(_) => offers.strategies,
                    Self::Practice(_) => offers.practices,
                }
            })
            .collect()
    }
}
