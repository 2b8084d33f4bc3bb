//! The one source of randomness in the service: the operating system's.

use shared::ids::{Millis, uuid_v7};
use uuid::Uuid;

/// The operating system gave no random bytes. Nothing secret can be made then.
#[derive(Debug)]
pub struct NoRandomness;

/// A secret of 256 bits, written in hexadecimal: what a session or a ticket is to the one who holds it.
pub fn secret() -> Result<String, NoRandomness> {
    bytes::<32>().map(|bytes| blake3::Hash::from_bytes(bytes).to_hex().to_string())
}

pub fn uuid(now: Millis) -> Result<Uuid, NoRandomness> {
    bytes::<10>().map(|random| uuid_v7(now, random))
}

/// A number that no other start of the service will draw.
pub fn seed() -> Result<u64, NoRandomness> {
    bytes::<8>().map(u64::from_le_bytes)
}

fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::secret;

    #[test]
    fn two_secrets_differ_and_have_256_bits() {
        let (one, other) = (secret().unwrap(), secret().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
    }
}
