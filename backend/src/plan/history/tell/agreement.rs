//! What became other on an agreement.

use super::super::{OfAgreement, What};
use shared::plan::Agreement;

pub fn is(agreement: &Agreement, is: OfAgreement) -> What {
    let words = agreement.words.words.clone();
    What::Agreement { words, is }
}

pub fn changes(old: &Agreement, new: &Agreement) -> Vec<What> {
    let mut told = Vec::new();
    if old.words.words != new.words.words {
        let (from, to) = (old.words.words.clone(), new.words.words.clone());
        told.push(What::AgreementWorded { from, to });
    }
    let mut tell = |of: OfAgreement| told.push(is(new, of));
    if old.holder != new.holder {
        tell(new.holder.map_or(OfAgreement::HeldByNobody, OfAgreement::Held));
    }
    match (old.asked, new.asked) {
        (before, Some(asked)) if before != Some(asked) => tell(OfAgreement::Asked(asked)),
        (Some(asked), None) if new.holder != Some(asked) => tell(OfAgreement::NotTaken(asked)),
        _ => {}
    }
    if old.due != new.due {
        tell(OfAgreement::Due(new.due));
    }
    if old.repeats != new.repeats {
        tell(OfAgreement::Repeats);
    }
    if old.so_that != new.so_that {
        tell(OfAgreement::SoThat);
    }
    let ticks: Vec<_> = new.ticks.iter().filter(|tick| !old.ticks.contains(tick)).collect();
    for tick in &ticks {
        tell(OfAgreement::KeptOn(tick.on, tick.kept));
    }
    if old.kept != new.kept && ticks.is_empty() {
        tell(OfAgreement::Kept(new.kept));
    }
    told
}
