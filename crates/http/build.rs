//! Puts the console into release builds: the files that `npm run build` left in `web/dist`, if it has been run. Debug
//! builds read them from there whenever they are asked for, and so are not built anew for them.

use std::path::{Path, PathBuf};
use std::{env, fmt::Write, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let variable = |name| env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(name));
    let dist = variable("CARGO_MANIFEST_DIR")?.join("../../web/dist");
    let index = dist.join("index.html");
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let text = if is_release && index.is_file() {
        println!("cargo:rerun-if-changed={}", index.display());
        format!("pub const INDEX: Option<&str> = Some(include_str!({index:?}));\n{}", assets(&dist.join("assets"))?)
    } else {
        // Watching for what is not there would build this crate anew each time; `make console` touches this file.
        "pub const INDEX: Option<&str> = None;\npub const ASSETS: &[Embedded] = &[];\n".to_owned()
    };
    fs::write(variable("OUT_DIR")?.join("console.rs"), text)
}

/// Every file with its content, and with what Brotli made of it where that lies beside it.
fn assets(folder: &Path) -> io::Result<String> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let mut out = "pub const ASSETS: &[Embedded] = &[\n".to_owned();
    for path in paths.iter().filter(|path| path.is_file() && path.extension().is_none_or(|end| end != "br")) {
        let name = path.file_name().unwrap_or_default();
        let compressed = PathBuf::from(format!("{}.br", path.display()));
        let compressed = match compressed.is_file() {
            true => format!("Some(include_bytes!({compressed:?}))"),
            false => "None".to_owned(),
        };
        writeln!(out, "    Embedded {{ name: {name:?}, content: include_bytes!({path:?}), brotli: {compressed} }},")
            .map_err(io::Error::other)?;
    }
    Ok(out + "];\n")
}
