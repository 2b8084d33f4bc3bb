//! A plan as a document: everything that one person sees of it, piece by piece. Once for the screen and for paper,
//! once as plain text that can be read for as long as there are computers.

use super::super::card::rhythm::rhythm;
use crate::pages::parts::{column_word, kept_key, lane_key};
use crate::pages::reader::Reader;
use crate::words::{Value, Words};
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{MemberId, Millis};
use shared::plan::{
    Agreement, Answered, Audience, Card, CellId, Column, Decision, Duty, EndWish, Face, Grantee, Help, Kind, Lane, Plan, Rating,
    Says, Scope,
};
use std::fmt::{self, Write};

/// What a document is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    Part(String),
    /// Within a part.
    Group(String),
    /// Someone's own words, such as a card's.
    Own(String),
    /// One thing about what stands above: its name, what is so, and what else is to be said of that.
    Fact {
        name: String,
        words: String,
        more: Vec<String>,
    },
    /// What the document itself says.
    Line(String),
}

/// Everything that this plan holds; it is a view, so there is nothing in it that its reader may not see.
pub fn pieces(reader: &Reader, plan: &Plan, today: Day) -> Vec<Piece> {
    let mut writer = Writer {
        reader,
        plan,
        today,
        pieces: vec![],
    };
    writer.people();
    for column in Column::ALL {
        writer.column(column);
    }
    writer.decisions_of_the_plan();
    writer.strengths();
    writer.movement();
    writer.pulses();
    writer.consents();
    writer.pieces
}

/// For the screen. Headings begin at the second.
pub fn as_html(pieces: &[Piece]) -> Markup {
    let begins_a_part = |_: &Piece, next: &Piece| !matches!(next, Piece::Part(_));
    html! {
        @for part in pieces.chunk_by(begins_a_part) {
            @let is_grouped = part.iter().any(|piece| matches!(piece, Piece::Group(_)));
            @for run in part.chunk_by(|one, next| is_fact(one) && is_fact(next)) {
                @match run {
                    [Piece::Part(title)] => h2 { (title) },
                    [Piece::Group(title)] => h3.group { (title) },
                    [Piece::Own(words)] if is_grouped => h4 dir="auto" { (words) },
                    [Piece::Own(words)] => h3.own dir="auto" { (words) },
                    [Piece::Line(words)] => p { (words) },
                    facts => dl.facts { @for fact in facts { (one_fact(fact)) } },
                }
            }
        }
    }
}

fn one_fact(fact: &Piece) -> Markup {
    html! {
        @if let Piece::Fact { name, words, more } = fact {
            dt dir="auto" { (name) }
            dd {
                p dir="auto" { (words) }
                @for each in more.iter().filter(|each| !each.is_empty()) { p.small dir="auto" { (each) } }
            }
        }
    }
}

/// As text, in lines.
pub fn as_text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        // Writing to a text does not fail.
        let _ = match piece {
            Piece::Part(title) => writeln!(text, "\n\n{}\n{}", title.to_uppercase(), "=".repeat(title.chars().count())),
            Piece::Group(title) => writeln!(text, "\n{title}\n{}", "-".repeat(title.chars().count())),
            Piece::Own(words) => writeln!(text, "\n* {}", in_one_line(words)),
            Piece::Line(words) => writeln!(text, "{}", in_one_line(words)),
            Piece::Fact { name, words, more } => {
                let lines = more.iter().filter(|line| !line.is_empty());
                let more = lines.fold(String::new(), |text, line| format!("{text}\n      {}", in_one_line(line)));
                writeln!(text, "    {name}: {}{more}", in_one_line(words))
            }
        };
    }
    text
}

/// What a person wrote must not look like a line of the document's own.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_fact(piece: &Piece) -> bool {
    matches!(piece, Piece::Fact { .. })
}

/// A day with its year: a document is read in other years.
pub fn date(reader: &Reader, day: Day) -> String {
    let (year, _, _) = day.parts();
    reader.say_with("export-date", &[("date", &reader.date(day)), ("year", &year.to_string())])
}

/// How the Fluent files name an answer of several.
fn word(answer: impl fmt::Debug) -> String {
    format!("{answer:?}").to_lowercase()
}

struct Writer<'a> {
    reader: &'a Reader,
    plan: &'a Plan,
    today: Day,
    pieces: Vec<Piece>,
}

impl<'a> Writer<'a> {
    fn part(&mut self, key: &str) {
        let title = self.reader.say(key);
        self.pieces.push(Piece::Part(title));
    }

    fn fact(&mut self, key: &str, words: impl Into<String>) {
        self.fact_with(key, words, vec![]);
    }

    fn fact_with(&mut self, key: &str, words: impl Into<String>, more: Vec<String>) {
        let (name, words) = (self.reader.say(key), words.into());
        if !words.is_empty() {
            self.pieces.push(Piece::Fact { name, words, more });
        }
    }

    fn date(&self, day: Day) -> String {
        date(self.reader, day)
    }

    fn day_of(&self, at: Millis) -> String {
        self.date(wall_time(at).day)
    }

    fn name(&self, member_id: MemberId) -> String {
        self.plan
            .member(member_id)
            .map_or(String::new(), |member| member.name.clone())
    }

    fn said(&self, key: &str, name: &str) -> String {
        self.reader.say_with(key, &[("name", name)])
    }

    fn people(&mut self) {
        self.part("people-title");
        let (plan, reader) = (self.plan, self.reader);
        for member in plan.members() {
            let is = |id: Option<MemberId>| id == Some(member.member_id);
            let said = |key: &str, words: &str| match words {
                "" => String::new(),
                words => reader.say_with(key, &[("words", words)]),
            };
            let stands = match plan.head() {
                Some(head) if is(head.primary_contact) => reader.say("contact-label"),
                Some(head) if is(head.stand_in) => reader.say("export-stand-in"),
                _ => String::new(),
            };
            let age = member.age.map(|age| reader.say_count("age-years", age.into()));
            let left = member.left_at.map(|at| self.day_of(at));
            let more = vec![
                stands,
                age.unwrap_or_default(),
                said("export-purpose", &member.purpose),
                said("export-phone", member.phone.as_deref().unwrap_or_default()),
                said("export-hours", &member.hours),
                said("export-left", left.as_deref().unwrap_or_default()),
            ];
            self.pieces.push(Piece::Fact {
                name: member.name.clone(),
                words: member.relation.clone(),
                more,
            });
        }
    }

    fn column(&mut self, column: Column) {
        let (plan, reader) = (self.plan, self.reader);
        let title = reader.say(&format!("column-{}", column_word(column)));
        self.pieces.push(Piece::Part(title));
        let before = self.pieces.len();
        // Help lies in no lane; it comes after what is under way.
        for lane in Lane::ALL.into_iter().map(Some).chain([None]) {
            let cell = plan.cell(CellId { column, lane });
            let mut cards = cell.iter().filter_map(|id| plan.card(*id)).peekable();
            let group = match lane {
                Some(lane) => Some(lane_key(lane)),
                None => (column == Column::Municipality).then_some("column-help"),
            };
            if let Some(key) = group.filter(|_| cards.peek().is_some()) {
                self.pieces.push(Piece::Group(reader.say(key)));
            }
            cards.for_each(|card| self.card(card));
        }
        let hidden = plan.other_help(column);
        if hidden > 0 {
            self.pieces.push(Piece::Line(reader.say_count("column-other-help", hidden)));
        } else if self.pieces.len() == before {
            self.pieces.push(Piece::Line(reader.say("lane-nothing")));
        }
    }

    fn card(&mut self, card: &Card) {
        let plan = self.plan;
        self.pieces.push(Piece::Own(card.words.words.clone()));
        self.fact("export-when", card.when.words.as_str());
        self.fact("export-why", card.why.words.as_str());
        let who = if card.kind == Kind::Help {
            "export-who-helps"
        } else {
            "export-who"
        };
        self.fact(who, card.who.map_or(String::new(), |who| self.name(who)));
        let dream = card.serves.and_then(|dream| plan.card(dream));
        self.fact("export-dream", dream.map_or("", |dream| dream.words.words.as_str()));
        match card.duty {
            Some(Duty::Voluntary) => self.fact("export-duty", self.reader.say("duty-voluntary")),
            Some(Duty::Duty) => self.fact("export-duty", self.reader.say("duty-duty")),
            None => {}
        }
        self.fact("export-done", card.done_at.map_or(String::new(), |at| self.day_of(at)));
        self.fact("export-audience", self.audience(&card.audience));
        if let Some(help) = card.help.as_deref() {
            self.help(card, help);
        }
        for agreement in plan.agreements_of(card.card_id) {
            let more = self.agreement(agreement);
            self.fact_with("agreement", agreement.words.words.as_str(), more);
        }
        for remark in plan.remarks_of(card.card_id) {
            let key = match remark.says {
                Says::NeedHelp => "says-need-help",
                Says::Wrong => "says-wrong",
                Says::SeeItDifferently => "says-differently",
                Says::DoesNotFit => "says-does-not-fit",
            };
            let words = self.said(key, &self.name(remark.by));
            let own = Some(remark.words.clone()).filter(|words| !words.is_empty());
            self.fact_with("export-said", words, own.into_iter().collect());
        }
        for decision in plan.decisions().filter(|decision| decision.card_id == Some(card.card_id)) {
            self.decision(decision);
        }
    }

    /// Said only where it is not everyone at the table.
    fn audience(&self, audience: &Audience) -> String {
        match audience {
            Audience::Table => String::new(),
            Audience::Family => self.reader.say("audience-family"),
            Audience::Only(members) => {
                let names: Vec<String> = members.iter().map(|member| self.name(*member)).collect();
                names.join(", ")
            }
        }
    }

    fn help(&mut self, card: &Card, help: &Help) {
        self.fact("export-provider", help.provider.as_str());
        self.fact("export-since", help.since.map_or(String::new(), |since| self.date(since)));
        let often = help.often.map(|often| {
            let args = [("n", Value::from(often.times)), ("weeks", Value::from(often.weeks))];
            Words::say(self.reader.lang(), "help-often", &args)
        });
        self.fact("export-often", often.unwrap_or_default());
        self.fact("export-ends", card.help_ends().map_or(String::new(), |ends| self.date(ends)));
        self.fact("export-enough", help.enough_when.as_str());
        for rated in &help.rated {
            let key = match rated.rating {
                Rating::Helps => "export-helps",
                Rating::DoesNotHelp => "export-does-not-help",
                Rating::DoNotKnow => "export-do-not-know",
            };
            let words = self.said(key, &self.name(rated.by));
            self.fact("export-rated", words);
        }
        if let Some(wish) = &help.wish {
            self.wish(wish);
        }
    }

    fn wish(&mut self, wish: &EndWish) {
        let since = self.day_of(wish.asked_at);
        let answers = wish.answers.map(|answers| {
            let (name, date) = (self.name(answers), self.date(wish.by));
            self.reader.say_with("wish-answers", &[("name", &name), ("date", &date)])
        });
        let Some(answer) = &wish.answer else {
            return self.fact_with("export-wish", since, answers.into_iter().collect());
        };
        let how = match answer.how {
            Answered::Ends(on) => self.reader.say_with("wish-ends", &[("date", &self.date(on))]),
            Answered::Decided { .. } => self.reader.say("export-decided"),
            Answered::Stays { talk_to } => self.said("wish-stays", &self.name(talk_to)),
        };
        let words = Some(answer.words.clone()).filter(|words| !words.is_empty());
        self.fact_with("export-wish", since, [how].into_iter().chain(words).collect());
    }

    fn agreement(&self, agreement: &Agreement) -> Vec<String> {
        let mut more = Vec::new();
        if let Some(holder) = agreement.holder {
            more.push(self.said("agreement-holder-is", &self.name(holder)));
        }
        if let Some(asked) = agreement.asked {
            more.push(self.said("ask-them", &self.name(asked)));
        }
        if agreement.holder.is_none() && agreement.asked.is_none() {
            more.push(self.reader.say("orphan-no-holder"));
        }
        if let Some(due) = agreement.due {
            more.push(self.reader.say_with("agreement-due-by", &[("date", &self.date(due))]));
        }
        more.extend(agreement.repeats.map(|repeats| rhythm(self.reader, &repeats, self.today)));
        if !agreement.so_that.is_empty() {
            more.push(self.reader.say_with("export-so-that", &[("words", &agreement.so_that)]));
        }
        let kept = |kept| self.reader.say(kept_key(kept));
        more.push(match agreement.ticks.last() {
            Some(tick) => {
                let args = [("date", self.date(tick.on)), ("kept", kept(tick.kept))];
                self.reader.say_with(
                    "export-last-time",
                    &args.each_ref().map(|(name, value)| (*name, value.as_str())),
                )
            }
            None => kept(agreement.kept),
        });
        more
    }

    fn decision(&mut self, decision: &Decision) {
        let mut more = vec![
            self.reader
                .say_with("export-decided-on", &[("date", &self.date(decision.decided_on))]),
        ];
        if !decision.reference.is_empty() {
            more.push(
                self.reader
                    .say_with("export-reference", &[("reference", &decision.reference)]),
            );
        }
        if !decision.complain.is_empty() {
            more.push(self.reader.say_with("export-complain", &[("how", &decision.complain)]));
        }
        if let Some(by) = decision.complain_by {
            more.push(self.reader.say_with("export-complain-by", &[("date", &self.date(by))]));
        }
        self.fact_with("export-decision", decision.words.as_str(), more);
    }

    /// Those that are about no card of the board.
    fn decisions_of_the_plan(&mut self) {
        let mut decisions = self.plan.decisions().filter(|decision| decision.card_id.is_none()).peekable();
        if decisions.peek().is_some() {
            self.part("export-decisions");
        }
        decisions.for_each(|decision| self.decision(decision));
    }

    fn strengths(&mut self) {
        let plan = self.plan;
        if plan.strengths().next().is_some() {
            self.part("paper-strengths");
        }
        for strength in plan.strengths() {
            let whose = strength.of.map(|of| self.name(of));
            let key = format!("strength-{}", word(strength.is));
            self.fact_with(&key, strength.words.words.as_str(), whose.into_iter().collect());
        }
    }

    fn movement(&mut self) {
        let plan = self.plan;
        if plan.movements().next().is_some() {
            self.part("paper-movement");
        }
        for movement in plan.movements() {
            self.pieces.push(Piece::Own(self.name(movement.member_id)));
            for reading in &movement.readings {
                let face = self.face(reading.face);
                let more = vec![reading.words.clone(), self.date(reading.on)];
                self.fact_with(&format!("task-{}", word(reading.task)), face, more);
            }
        }
    }

    fn pulses(&mut self) {
        let plan = self.plan;
        if plan.pulses().next().is_some() {
            self.part("paper-follow-up");
        }
        for pulse in plan.pulses() {
            let mut more = vec![pulse.words.clone(), self.day_of(pulse.at)];
            if pulse.needs_help {
                more.push(self.reader.say("export-needs-help"));
            }
            self.pieces.push(Piece::Fact {
                name: self.name(pulse.member_id),
                words: self.face(pulse.face),
                more,
            });
        }
    }

    fn face(&self, face: Face) -> String {
        self.reader.say(&format!("face-{}", word(face)))
    }

    fn consents(&mut self) {
        let plan = self.plan;
        if plan.consents().next().is_some() {
            self.part("export-consents");
        }
        for consent in plan.consents() {
            let to = match consent.to {
                Grantee::Member(member_id) => self.name(member_id),
                Grantee::Role(role) => self.reader.say(super::super::looked::role_key(role)),
            };
            let what = match consent.what {
                Scope::Card(card_id) => self.plan.card(card_id).map_or(String::new(), |card| card.words.words.clone()),
                Scope::Column(column) => self.reader.say(&format!("column-{}", column_word(column))),
            };
            let by = self.reader.say_with(
                "export-consent-by",
                &[("name", &self.name(consent.by)), ("date", &self.date(consent.until))],
            );
            self.pieces.push(Piece::Fact {
                name: to,
                words: what,
                more: vec![by],
            });
        }
    }
}
