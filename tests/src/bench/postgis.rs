//! A search of the kind that public job platforms run, to stand beside ours in the same run.
//!
//! Its shape is that of Immersion Facilitée (`PgEstablishmentAggregateRepository`): workplaces within 20 km of a person by
//! `ST_DWithin` on a geography with a GiST index, joined with their offers, grouped, ordered, the first 25. It knows no
//! hours, no way, no languages and no law, and says no reason: it does less than what it stands beside.

use super::figures::{Sample, Table};
use backend::clock::stopwatch;
use shared::matching::place::communities;
use shared::testing::Dice;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tests::postgres;

const WORKPLACES: usize = 10_000;
const OFFERS: usize = 30_000;
const SEARCHES: usize = 100;

const TABLES: [&str; 5] = [
    "create extension postgis",
    "create table establishment (id int primary key, name text not null, is_open boolean not null, score int not null, position geography(Point, 4326) not null)",
    "create table offer (establishment_id int not null references establishment (id), occupation int not null, created_at timestamptz not null)",
    "create index on offer (establishment_id)",
    "create index on offer (occupation)",
];

const SEARCH: &str = "
    with found as (
        select e.id, o.occupation, e.score, e.position, min(o.created_at) as created_at
        from establishment e
        join offer o on o.establishment_id = e.id
        where e.is_open and ST_DWithin(e.position, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, 20000)
        group by e.id, o.occupation, e.score, e.position
    )
    select f.id, f.occupation, ST_Distance(f.position, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography) as metres
    from found f
    order by f.score desc, metres, f.id, f.occupation
    limit 25";

/// `ours` are the times of our own list.
pub async fn measure(ours: Sample, table: &mut Table) {
    if std::env::var_os("BORDENDEN_TEST_POSTGRES").is_none() {
        return table.value("a PostGIS search beside it", "left out: no PostgreSQL");
    }
    let mut db = PgConnection::connect(&postgres::fresh().await).await.expect("a PostgreSQL");
    let mut dice = Dice(2_026);
    for sql in TABLES {
        if let Err(error) = sqlx::query(sql).execute(&mut db).await {
            return table.value("a PostGIS search beside it", format!("left out: {error}"));
        }
    }
    fill(&mut db, &mut dice).await;
    let (mut took, mut within) = (Sample::default(), 0i64);
    let homes = communities();
    for search in 0..SEARCHES + 5 {
        let home = homes[dice.below(homes.len())].point;
        let (lon, lat) = (f64::from(home.lon) / 1e6, f64::from(home.lat) / 1e6);
        let start = stopwatch();
        let rows: Vec<(i32, i32, f64)> = sqlx::query_as(SEARCH)
            .bind(lon)
            .bind(lat)
            .fetch_all(&mut db)
            .await
            .expect("a search");
        // The first ones fill the caches.
        if search >= 5 {
            took.add(start.elapsed());
        }
        assert!(rows.len() <= 25);
        if search == 0 {
            let count = "select count(*) from establishment e where ST_DWithin(e.position, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, 20000)";
            within = sqlx::query_scalar(count)
                .bind(lon)
                .bind(lat)
                .fetch_one(&mut db)
                .await
                .expect("a count");
        }
    }
    let version: String = sqlx::query_scalar("select postgis_lib_version()")
        .fetch_one(&mut db)
        .await
        .unwrap_or_default();
    let more = format!(
        "{WORKPLACES} workplaces, {OFFERS} offers, GiST, PostGIS {version}; {within} workplaces within 20 km of the first"
    );
    table.times(
        "a PostGIS search beside it: within 20 km, join, group, order, 25",
        &took,
        more,
    );
    let ratio = |part: f64| took.quantile(part) / ours.quantile(part);
    table.value(
        "ours is quicker by; budget 50 times",
        format!("{:.0} times at the median, {:.0} times at p95", ratio(0.5), ratio(0.95)),
    );
}

/// Workplaces as far from a community as those of the municipality are, and beyond: a square of 120 by 120 km around it.
async fn fill(db: &mut PgConnection, dice: &mut Dice) {
    let mut row = |at: usize| {
        // Half in and around the communities, half in the country about them.
        let (lat, lon) = if at.is_multiple_of(2) {
            let near = communities()[dice.below(communities().len())].point;
            let mut off = || dice.below(40_000) as i32 - 20_000;
            (near.lat + off(), near.lon + off())
        } else {
            (
                55_250_000 + dice.below(1_080_000) as i32,
                8_750_000 + dice.below(1_900_000) as i32,
            )
        };
        let (lat, lon) = (f64::from(lat) / 1e6, f64::from(lon) / 1e6);
        format!(
            "({at}, 'Workplace {at}', {}, {}, ST_MakePoint({lon}, {lat})::geography)",
            dice.below(20) > 0,
            dice.below(100)
        )
    };
    let rows: Vec<String> = (0..WORKPLACES).map(&mut row).collect();
    for rows in rows.chunks(1_000) {
        let sql = format!("insert into establishment values {}", rows.join(", "));
        // Numbers made here.
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *db).await.expect("workplaces");
    }
    let offers: Vec<String> = (0..OFFERS)
        .map(|_| format!("({}, {}, now())", dice.below(WORKPLACES), 1_000 + dice.below(60)))
        .collect();
    for rows in offers.chunks(1_000) {
        let sql = format!("insert into offer values {}", rows.join(", "));
        sqlx::query(AssertSqlSafe(sql)).execute(&mut *db).await.expect("offers");
    }
    for sql in [
        "create index on establishment using gist (position)",
        "vacuum analyze establishment",
        "vacuum analyze offer",
    ] {
        sqlx::query(sql).execute(&mut *db).await.expect("an index");
    }
}
