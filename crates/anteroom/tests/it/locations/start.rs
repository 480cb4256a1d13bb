//! The setting `geoip_database`, as the program takes it.

use std::path::Path;
use std::process::Command;

use super::{city_file, written};

/// Runs the program with this file of places; what it said in all, and whether it ended well.
fn run(command: &str, folder: &Path, file: &Path) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_anteroom"))
        .arg(command)
        .args(["--data-dir", folder.to_str().expect("text")])
        .env("ANTEROOM_GEOIP_DATABASE", file)
        .output()
        .expect("the program");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_broken_file_or_none_stops_the_start_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = written(folder.path(), b"something else");
    for (file, why) in [(broken, "not a whole file in MaxMind's format"), (folder.path().join("none"), "cannot read")] {
        let data = folder.path().join("data");
        let (is_well, said) = run("serve", &data, &file);
        assert!(!is_well && said.contains("geoip_database") && said.contains(why), "{said}");
        assert!(said.contains(file.to_str().expect("text")) && !data.exists(), "{said}");
    }
}

#[test]
fn the_doctor_looks_at_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = written(folder.path(), &city_file().bytes());
    let (_, said) = run("doctor", folder.path(), &file);
    assert!(said.contains("ok    places: Test-City of 2026-11-20"), "{said}");
    let (_, said) = run("doctor", folder.path(), &folder.path().join("none"));
    assert!(said.contains("fail  places: cannot read"), "{said}");
    let (_, said) = run("doctor", folder.path(), Path::new(""));
    assert!(!said.contains("places"), "{said}");
}
