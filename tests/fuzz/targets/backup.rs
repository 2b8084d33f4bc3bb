//! Any text is a whole backup or nothing is restored.
#![no_main]

use backend::backup::restore;
use backend::db::Db;
use std::sync::LazyLock;

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().expect("a runtime"));
static FOLDER: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("bordenden-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
});

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    let (database, file) = (FOLDER.join("plans.db"), FOLDER.join("backup.jsonl"));
    std::fs::write(&file, text).expect("a file");
    RUNTIME.block_on(async {
        let db = Db::open(&format!("sqlite:{}", database.display()).into(), None).await.expect("a database");
        let restored = restore(&db, &file).await;
        db.close().await;
        if restored.is_ok() {
            // The next text needs an empty one.
            std::fs::remove_file(&database).expect("the database is a file");
        }
    });
});
