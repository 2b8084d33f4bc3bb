//! Reading a card aloud with the browser's own voice, and leaving the page in one tap.

use super::kit::Env;
use shared::ids::CardId;
use shared::plan::Plan;
use web_sys::SpeechSynthesisUtterance;

pub fn exists() -> bool {
    web_sys::window().is_some_and(|window| window.speech_synthesis().is_ok())
}

/// Reads the card; the same button stops it.
pub fn read(plan: &Plan, card: CardId, env: &Env) {
    let (Some(card), Some(window)) = (plan.card(card), web_sys::window()) else {
        return;
    };
    let Ok(voice) = window.speech_synthesis() else { return };
    if voice.speaking() {
        return voice.cancel();
    }
    let mut text = vec![card.words.words.clone(), card.when.words.clone(), card.why.words.clone()];
    text.extend(card.who.map(|who| env.name(who).to_owned()));
    text.extend(
        plan.agreements_of(card.card_id)
            .map(|agreement| agreement.words.words.clone()),
    );
    text.retain(|part| !part.is_empty());
    if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&text.join(". ")) {
        utterance.set_lang(&env.words.lang);
        voice.speak(&utterance);
    }
}

/// Someone has come into the room: an empty page at once, and nothing to go back to.
pub fn leave_page() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace("about:blank");
    }
}
