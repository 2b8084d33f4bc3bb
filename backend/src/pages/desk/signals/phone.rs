//! Word to a consultant's phone when a company has written: asked for and taken back where the signals stand.

use crate::matching::messages::Number;
use crate::pages::reader::Reader;
use maud::{Markup, html};

pub const ADDRESS: &str = "/desk/signals/phone";

/// Whom we write to of the signals.
#[derive(Clone, Debug)]
pub struct Phone {
    /// There is something that sends.
    pub can_send: bool,
    pub number: Option<Number>,
    /// What was typed and is no number.
    pub wrong: Option<String>,
}

impl Phone {
    pub fn draw(&self, reader: &Reader) -> Markup {
        let shown = self.number.as_ref().map(|number| number.phone.shown());
        html! {
            details.signal-phone open[self.wrong.is_some()] {
                summary {
                    (reader.say("signal-phone"))
                    @if let Some(shown) = &shown { ": " span dir="ltr" { (shown) } }
                }
                @if self.can_send {
                    p.faint { (reader.say("signal-phone-about")) }
                    @if self.wrong.is_some() { p.warn id="phone-wrong" { (reader.say("my-messages-wrong")) } }
                    form.acts method="post" action=(reader.link(ADDRESS)) {
                        label for="phone" { (reader.say("signal-phone-number")) }
                        input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" dir="ltr" maxlength="40" required
                            value=(self.wrong.clone().or(shown).unwrap_or_default())
                            aria-describedby=[self.wrong.is_some().then_some("phone-wrong")] aria-invalid=[self.wrong.is_some().then_some("true")];
                        input type="hidden" name="language" value=(reader.lang().tag());
                        button.act type="submit" name="do" value="save" { (reader.say("my-messages-save")) }
                    }
                } @else {
                    p.faint { (reader.say("signal-phone-none")) }
                }
                @if self.number.is_some() {
                    form.acts method="post" action=(reader.link(ADDRESS)) {
                        button.act type="submit" name="do" value="stop" { (reader.say("signal-phone-stop")) }
                    }
                }
            }
        }
    }
}
