//! Reads JSON: by the browser's own parser into a tree, and from the tree into our types.
//!
//! serde_json could do both, but its reader compiles every type twice, as an object and as a list, and carries a
//! sentence for every mistake. Nobody reads those in a browser; without them the module is a quarter smaller. Here
//! every type is a list, of its fields in their order: an object's names are looked up by one function for all types,
//! where each would else have code of its own to tell its names apart.

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

/// Reads one value of our types. Names that it does not have are passed over: a newer server may send more.
///
/// Errors: not JSON, or another shape.
pub fn read<T: de::DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(Tree {
        json: &parse(text)?,
        whole: false,
    })
}

/// The same for what must not lose anything on the way, such as a change to be sent on.
///
/// Errors: as `read`, or a name that the type does not have.
pub fn read_whole<T: de::DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(Tree {
        json: &parse(text)?,
        whole: true,
    })
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
struct Tree<'a> {
    json: &'a Json,
    whole: bool,
}

impl<'a> Tree<'a> {
    fn with(self, json: &'a Json) -> Self {
        Tree { json, ..self }
    }

    fn fields(self, names: &'static [&'static str]) -> Result<Fields<'a>, Unreadable> {
        let Json::Object(pairs) = self.json else {
            return Err(Unreadable);
        };
        if self.whole && pairs.iter().any(|(key, _)| !names.contains(&key.as_str())) {
            return Err(Unreadable);
        }
        Ok(Fields {
            names: names.iter(),
            object: self,
        })
    }
}

impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visitor.visit_i64(*number),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::List(_) => self.deserialize_seq(visitor),
            Json::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_borrowed_str(self.json.as_str().ok_or(Unreadable)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.json {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.json {
            Json::List(list) => visitor.visit_seq(List {
                rest: list.iter(),
                tree: self,
            }),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.json {
            Json::Object(pairs) => visitor.visit_map(Object {
                rest: pairs.iter(),
                value: self,
            }),
            _ => Err(Unreadable),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(self.fields(names)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let (name, body) = match self.json {
            Json::Text(name) => (name, &Json::Null),
            Json::Object(pairs) if pairs.len() == 1 => (&pairs[0].0, &pairs[0].1),
            _ => return Err(Unreadable),
        };
        visitor.visit_enum(Variant {
            name,
            body: self.with(body),
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct
    }
}

struct List<'a> {
    rest: std::slice::Iter<'a, Json>,
    tree: Tree<'a>,
}

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        match self.rest.next() {
            Some(value) => seed.deserialize(self.tree.with(value)).map(Some),
            None => Ok(None),
        }
    }
}

/// An object's values in the order of a type's fields.
struct Fields<'a> {
    names: std::slice::Iter<'static, &'static str>,
    object: Tree<'a>,
}

impl<'a> Fields<'a> {
    /// The next field's value, and whether it is there.
    fn advance(&mut self) -> (Tree<'a>, bool) {
        let value = self.names.next().and_then(|name| self.object.json.get(name));
        (self.object.with(value.unwrap_or(&Json::Null)), value.is_some())
    }
}

impl<'de> SeqAccess<'de> for Fields<'de> {
    type Error = Unreadable;

    /// An option that is left out is none, and what has a default takes it. Anything else is missed by its type.
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        let (value, is_there) = self.advance();
        match seed.deserialize(value) {
            Ok(value) => Ok(Some(value)),
            Err(_) if !is_there => Ok(None),
            Err(error) => Err(error),
        }
    }
}

struct Object<'a> {
    rest: std::slice::Iter<'a, (String, Json)>,
    value: Tree<'a>,
}

impl<'a> Object<'a> {
    fn advance(&mut self) -> Option<&'a str> {
        let (key, value) = self.rest.next()?;
        self.value = self.value.with(value);
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
        seed.deserialize(self.value)
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
        match self.json {
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

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(self.fields(names)?)
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
#[path = "json_tests.rs"]
mod tests;
