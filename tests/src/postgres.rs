//! Databases on the PostgreSQL that `cargo xtask test` starts beside the tests.

use backend::random;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

const ADDRESS: &str = "BORDENDEN_TEST_POSTGRES";

/// The address of a new, empty database. It goes when the PostgreSQL does.
pub async fn fresh() -> String {
    let address = std::env::var(ADDRESS).unwrap_or_else(|_| {
        panic!("{ADDRESS} names no PostgreSQL; run `cargo xtask test --only product`, which starts one beside the tests")
    });
    let name = format!("t{}", &random::secret().expect("randomness")[..16]);
    let mut connection = PgConnection::connect(&address)
        .await
        .expect("the PostgreSQL of the tests answers");
    // Hexadecimal, made here.
    let sql = AssertSqlSafe(format!("create database {name}"));
    sqlx::query(sql).execute(&mut connection).await.expect("a new database");
    let (server, _) = address.rsplit_once('/').expect("an address that names a database");
    format!("{server}/{name}")
}
