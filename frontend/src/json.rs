//! Reads JSON: by the browser's own parser into a tree, and from the tree into our types.
//!
//! serde_json could do both, but its reader compiles every type twice, as an object and as a list, and carries a
//! sentence for every mistake. Nobody reads those in a browser; without them the module is a quarter smaller.

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use std::fmt;

/// The text was not what was expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

/// What JSON can say, as far as we use it: its numbers are whole.
#[derive(Clone, PartialEq, Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under this name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(pairs) => pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads one value of our types.
///
/// Errors: not JSON, or another shape.
pub fn read<T: de::DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(Tree(&parse(text)?))
}

/// Errors: not JSON, or a number that is not whole.
#[cfg(target_arch = "wasm32")]
pub fn parse(text: &str) -> Result<Json, Unreadable> {
    use js_sys::{Array, JSON, Object};
    use wasm_bindgen::{JsCast, JsValue};

    fn tree(value: &JsValue) -> Result<Json, Unreadable> {
        if let Some(text) = value.as_string() {
            return Ok(Json::Text(text));
        }
        if let Some(number) = value.as_f64() {
            return if number.trunc() == number {
                Ok(Json::Number(number as i64))
            } else {
                Err(Unreadable)
            };
        }
        if value.is_null() {
            return Ok(Json::Null);
        }
        if Array::is_array(value) {
            let list: &Array = value.unchecked_ref();
            return Ok(Json::List(list.iter().map(|each| tree(&each)).collect::<Result<_, _>>()?));
        }
        if value.is_object() {
            let pairs = Object::entries(value.unchecked_ref());
            let mut object = Vec::with_capacity(pairs.length() as usize);
            for pair in pairs.iter() {
                let pair: Array = pair.unchecked_into();
                object.push((pair.get(0).as_string().ok_or(Unreadable)?, tree(&pair.get(1))?));
            }
            return Ok(Json::Object(object));
        }
        value.as_bool().map(Json::Bool).ok_or(Unreadable)
    }

    tree(&JSON::parse(text).map_err(|_| Unreadable)?)
}

/// The same for tests, which run without a browser.
///
/// Errors: not JSON, or a number that is not whole.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse(text: &str) -> Result<Json, Unreadable> {
    use serde_json::Value;

    fn tree(value: Value) -> Result<Json, Unreadable> {
        Ok(match value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(number) => Json::Number(number.as_i64().ok_or(Unreadable)?),
            Value::String(text) => Json::Text(text),
            Value::Array(list) => Json::List(list.into_iter().map(tree).collect::<Result<_, _>>()?),
            Value::Object(map) => {
                let pairs = map.into_iter().map(|(key, value)| Ok((key, tree(value)?)));
                Json::Object(pairs.collect::<Result<_, _>>()?)
            }
        })
    }

    tree(serde_json::from_str(text).map_err(|_| Unreadable)?)
}

#[derive(Clone, Copy)]
struct Tree<'a>(&'a Json);

impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visitor.visit_i64(*number),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::List(_) => self.deserialize_seq(visitor),
            Json::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_borrowed_str(self.0.as_str().ok_or(Unreadable)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Json::List(list) => visitor.visit_seq(List(list.iter())),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Json::Object(pairs) => visitor.visit_map(Object {
                rest: pairs.iter(),
                value: &Json::Null,
            }),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let (name, body) = match self.0 {
            Json::Text(name) => (name, &Json::Null),
            Json::Object(pairs) if pairs.len() == 1 => (&pairs[0].0, &pairs[0].1),
            _ => return Err(Unreadable),
        };
        visitor.visit_enum(Variant { name, body: Tree(body) })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct
    }
}

struct List<'a>(std::slice::Iter<'a, Json>);

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        match self.0.next() {
            Some(value) => seed.deserialize(Tree(value)).map(Some),
            None => Ok(None),
        }
    }
}

struct Object<'a> {
    rest: std::slice::Iter<'a, (String, Json)>,
    value: &'a Json,
}

impl<'a> Object<'a> {
    fn advance(&mut self) -> Option<&'a str> {
        let (key, value) = self.rest.next()?;
        self.value = value;
        Some(key)
    }
}

impl<'de> MapAccess<'de> for Object<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        match self.advance() {
            Some(key) => seed.deserialize(name(key)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(Tree(self.value))
    }
}

struct Variant<'a> {
    name: &'a str,
    body: Tree<'a>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Unreadable;
    type Variant = Tree<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Tree<'de>), Unreadable> {
        Ok((seed.deserialize(name(self.name))?, self.body))
    }
}

impl<'de> VariantAccess<'de> for Tree<'de> {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        match self.0 {
            Json::Null => Ok(()),
            _ => Err(Unreadable),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }
}

fn name(text: &str) -> StrDeserializer<'_, Unreadable> {
    text.into_deserializer()
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

/// Every mistake is the same mistake: the sentences about them are left out of the module.
impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unreadable
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Unreadable
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Unreadable
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Unreadable
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Unreadable
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Unreadable
    }

    fn missing_field(_: &'static str) -> Self {
        Unreadable
    }

    fn duplicate_field(_: &'static str) -> Self {
        Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, read};
    use shared::ids::{CardId, ChangeId};
    use shared::live::{FromBrowser, FromServer, Outcome, Peer, RefuseClass};
    use shared::plan::{
        Assign, CardEdit, Change, Column, ConsentText, Grantee, Intent, Kind, Lane, NewAgreement, NewCard, Place, Refusal, Role,
        Scope, TextEdit,
    };

    const ID: &str = "0190b3c4-0000-7000-8000-000000000001";

    fn there_and_back<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: T) {
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(read::<T>(&text), Ok(value), "{text}");
    }

    fn change(intent: Intent) -> Change {
        Change {
            change_id: ID.parse().unwrap(),
            intent,
            why: "fordi ”det”\n".into(),
        }
    }

    #[test]
    fn every_shape_of_change_is_read_as_it_was_written() {
        let card_id: CardId = ID.parse().unwrap();
        let place = Place {
            column: Column::Network,
            lane: Some(Lane::Soon),
            after: Some(card_id),
            before: None,
        };
        there_and_back(change(Intent::RemoveCard { card_id }));
        there_and_back(change(Intent::MoveCard { card_id, to: place }));
        let edit = CardEdit {
            words: Some(TextEdit {
                from: "æ".into(),
                to: "ø".into(),
            }),
            who: Some(Assign::Clear),
            serves: Some(Assign::To(card_id)),
            audience: Some(shared::plan::Audience::Only(vec![ID.parse().unwrap()])),
            ..CardEdit::default()
        };
        there_and_back(change(Intent::EditCard { card_id, edit }));
        let new = NewCard {
            kind: Kind::Goal,
            place,
            words: "å".into(),
            when: String::new(),
            why: String::new(),
            who: None,
            serves: None,
            audience: shared::plan::Audience::Family,
            picture: Some("swim_to".into()),
            duty: None,
            help: None,
        };
        let instead = Some(Box::new(Intent::AddCard(new)));
        there_and_back(change(Intent::AcceptProposal {
            proposal_id: ID.parse().unwrap(),
            seen: "0f".into(),
            instead,
        }));
        there_and_back(change(Intent::AddAgreement(NewAgreement {
            card_id,
            words: "w".into(),
            holder: None,
            due: Some("2026-12-01".parse().unwrap()),
            repeats: None,
            so_that: "x".into(),
        })));
        there_and_back(change(Intent::TakePen));
        there_and_back(change(Intent::GiveConsent {
            to: Grantee::Role(Role::Professional),
            what: Scope::Card(card_id),
            until: "2026-12-01".parse().unwrap(),
            text: ConsentText {
                version: 1,
                language: "da".into(),
                read_aloud: true,
            },
        }));
    }

    #[test]
    fn every_kind_of_answer_is_read() {
        let id: ChangeId = ID.parse().unwrap();
        let outcomes = [
            Outcome::Applied,
            Outcome::Known,
            Outcome::Refused {
                class: RefuseClass::Never,
                refusal: Some(Refusal::TooLong { most: 200 }),
            },
            Outcome::Refused {
                class: RefuseClass::Later,
                refusal: None,
            },
        ];
        let text = format!(
            r#"{{"News":{{"cursor":{{"epoch":"e","n":9007199254740991}},"answers":{}}}}}"#,
            serde_json::to_string(&outcomes.map(|outcome| (id, outcome))).unwrap()
        );
        let frame = read::<FromServer>(&text).unwrap();
        assert!(matches!(frame, FromServer::News { answers, .. } if answers.len() == 4 && answers[3].1 == outcomes[3]));
        there_and_back(Peer {
            member_id: ID.parse().unwrap(),
            card_id: None,
            writing: true,
        });
        there_and_back(FromServer::Pong { n: 7, now: -1 });
    }

    #[test]
    fn another_shape_is_an_error_and_not_a_panic() {
        for text in [
            "",
            "[]",
            "{}",
            "null",
            r#"{"Ping":[]}"#,
            r#"{"Ping":{"n":-1}}"#,
            r#"{"Ping":{"n":1,"x":2}}"#,
            r#""Ping""#,
            r#"{"Ping":{"n":1.5}}"#,
        ] {
            assert_eq!(read::<FromBrowser>(text), Err(Unreadable), "{text}");
        }
    }
}
