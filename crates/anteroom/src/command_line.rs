//! The command line: what can be asked of the binary, and how it explains itself.

use std::ffi::OsString;

use clap::{Args, Parser, Subcommand};

use crate::configuration::{
    CONFIG, CONSOLE_DIR, Configuration, DATA_DIR, DATABASE, GEOIP_DATABASE, Key, LISTEN, PREFIX, PUBLIC_URL, Problems,
    Secret, Sources, TLS_LISTEN,
};

/// User accounts for your application: sign-in, directory, console and account center in one server.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "anteroom",
    version,
    arg_required_else_help = true,
    after_help = "Example: anteroom serve\n\nEvery setting is in docs/configuration.md."
)]
pub struct CommandLine {
    /// Where the configuration, the keys and the database are.
    #[command(flatten)]
    pub place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The options that every command takes.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", help = CONFIG.help())]
    pub config: Option<String>,
    /// The data folder.
    #[arg(long, global = true, value_name = "FOLDER", help = DATA_DIR.help())]
    pub data_dir: Option<String>,
    /// The database; it may hold a password.
    #[arg(long, global = true, value_name = "URL", help = DATABASE.help())]
    pub database: Option<Secret>,
}

/// What the binary can do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Start the server; the first start makes keys, database, tenant and administrator
    #[command(
        after_help = "Example: anteroom serve --data-dir /var/lib/anteroom --public-url https://accounts.example.org"
    )]
    Serve(Serve),
    /// Bring the database to this version's schema and end
    #[command(after_help = "Example: anteroom migrate --database postgres://anteroom@db/anteroom")]
    Migrate,
    /// Check database, locale, keys and file permissions, and say what to do
    #[command(after_help = "Example: anteroom doctor")]
    Doctor,
    /// Make and list tenants
    #[command(subcommand)]
    Tenant(Tenant),
    /// Help with users when nobody can sign in
    #[command(subcommand)]
    User(User),
    /// Copy a whole database to an empty one, SQLite to PostgreSQL or back
    #[command(
        after_help = "Example: anteroom copy --from sqlite:data/anteroom.db --to postgres://anteroom@db/anteroom\n\n\
                      The sealed secrets stay sealed: the new server needs the same master key."
    )]
    Copy(Copy),
    /// Make and change users as a file says: JSON, one object a line, or a table
    #[command(
        after_help = "Example: anteroom import people.csv --column Mail=email --column Shoes=user_metadata.shoes\n\n\
                      A run that broke off goes on when the same command is run again. What was wrong with entries is \
                      written to FILE.errors.ndjson; the exit status is then 3."
    )]
    Import(Import),
    /// Write users into a file: an object a line, or a table
    #[command(
        after_help = "Example: anteroom export --format csv --field email --field name=Name --output people.csv\n\n\
                      Password hashes are never part of it."
    )]
    Export(Export),
    /// Print the OpenAPI document of the Management API, for generating clients
    #[command(after_help = "Example: anteroom openapi")]
    Openapi,
}

/// The options of `serve`.
#[derive(Args, Clone, Debug, Default)]
pub struct Serve {
    /// The plain HTTP listener.
    #[arg(long, value_name = "ADDRESS", help = LISTEN.help())]
    pub listen: Option<String>,
    /// The HTTPS listener.
    #[arg(long, value_name = "ADDRESS", help = TLS_LISTEN.help())]
    pub tls_listen: Option<String>,
    /// The primary origin of the default tenant.
    #[arg(long, value_name = "URL", help = PUBLIC_URL.help())]
    pub public_url: Option<String>,
    /// Where the console's files are read.
    #[arg(long, value_name = "FOLDER", help = CONSOLE_DIR.help())]
    pub console_dir: Option<String>,
    /// What tells where addresses are.
    #[arg(long, value_name = "FILE", help = GEOIP_DATABASE.help())]
    pub geoip_database: Option<String>,
}

/// What can be done with tenants.
#[derive(Clone, Debug, Subcommand)]
pub enum Tenant {
    /// Make a tenant: its own users, settings and issuers
    #[command(after_help = "Example: anteroom tenant create --name acme --origin https://accounts.acme.example")]
    Create {
        /// The tenant's name
        #[arg(long)]
        name: String,
        /// An origin the tenant is reached at; give it again for more, the first is the primary one
        #[arg(long = "origin", value_name = "URL", required = true)]
        origins: Vec<String>,
    },
    /// List the tenants and their origins
    #[command(after_help = "Example: anteroom tenant list")]
    List,
}

/// What can be done with users.
#[derive(Clone, Debug, Subcommand)]
pub enum User {
    /// Make this user an active super administrator with a new password, printed once
    #[command(after_help = "Example: anteroom user recover-admin --email root@example.org")]
    RecoverAdmin {
        /// The user's e-mail address
        #[arg(long)]
        email: String,
        /// The tenant's name [default: the default tenant]
        #[arg(long, value_name = "NAME")]
        tenant: Option<String>,
    },
}

/// The options of `copy`.
#[derive(Args, Clone, Debug)]
pub struct Copy {
    /// The database to read: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub from: Secret,
    /// The empty database to fill: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub to: Secret,
}

/// The options of `import`.
#[derive(Args, Clone, Debug)]
pub struct Import {
    /// The file of users
    #[arg(value_name = "FILE")]
    pub file: String,
    /// The tenant's name [default: the default tenant]
    #[arg(long, value_name = "NAME")]
    pub tenant: Option<String>,
    /// The connection's name [default: the one that people sign in to with a password]
    #[arg(long, value_name = "NAME")]
    pub connection: Option<String>,
    /// json, ndjson or csv [default: as the file's name ends]
    #[arg(long)]
    pub format: Option<String>,
    /// What a column of a table is, nothing to leave it out; give it again for more
    #[arg(long = "column", value_name = "COLUMN=FIELD")]
    pub columns: Vec<String>,
    /// Change users that are there; without it their entries are wrong
    #[arg(long)]
    pub upsert: bool,
    /// Find them by email, user_id, username, phone_number or external_id [default: email]
    #[arg(long, value_name = "FIELD")]
    pub upsert_by: Option<String>,
    /// Replace or merge the metadata of users that are there [default: replace]
    #[arg(long, value_name = "HOW")]
    pub metadata: Option<String>,
    /// Look at everything and store nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// The options of `export`.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// json or csv
    #[arg(long, default_value = "json")]
    pub format: String,
    /// A field, such as user_metadata.shoes, and what it is called in the file; give it again for more [default: all]
    #[arg(long = "field", value_name = "FIELD[=NAME]")]
    pub fields: Vec<String>,
    /// Only the users that this search finds, in the grammar of docs/search.md
    #[arg(short, long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Only the users of the connection of this name
    #[arg(long, value_name = "NAME")]
    pub connection: Option<String>,
    /// How many users at most
    #[arg(long, value_name = "NUMBER")]
    pub limit: Option<i64>,
    /// The file to write [default: the output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<String>,
    /// The tenant's name [default: the default tenant]
    #[arg(long, value_name = "NAME")]
    pub tenant: Option<String>,
}

impl CommandLine {
    /// Reads the configuration from this command line, the process's environment and its files.
    ///
    /// # Errors
    /// Those of [`Configuration::load`].
    pub fn configuration(&self) -> Result<Configuration, Problems> {
        Configuration::load(&Sources {
            options: self.options(),
            environment: environment(std::env::vars_os()),
            read_file: &|path| std::fs::read_to_string(path),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
        })
    }

    /// The settings given as options.
    #[must_use]
    pub fn options(&self) -> Vec<(Key, String)> {
        let Place { config, data_dir, database } = self.place.clone();
        let Serve { listen, tls_listen, public_url, console_dir, geoip_database } = match &self.command {
            Command::Serve(serve) => serve.clone(),
            _ => Serve::default(),
        };
        let database = database.map(|url| url.expose().to_owned());
        [
            (CONFIG, config),
            (DATA_DIR, data_dir),
            (DATABASE, database),
            (LISTEN, listen),
            (TLS_LISTEN, tls_listen),
            (PUBLIC_URL, public_url),
            (CONSOLE_DIR, console_dir),
            (GEOIP_DATABASE, geoip_database),
        ]
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)))
        .collect()
    }
}

/// The environment's variables that are ours; what is not Unicode gets replacement characters.
fn environment(variables: impl Iterator<Item = (OsString, OsString)>) -> Vec<(String, String)> {
    let text = |text: OsString| text.to_string_lossy().into_owned();
    variables.map(|(name, value)| (text(name), text(value))).filter(|(name, _)| name.starts_with(PREFIX)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{CommandFactory, Parser};

    use super::{Command, CommandLine};
    use crate::configuration::SECTIONS;

    fn parse(line: &str) -> Result<CommandLine, String> {
        CommandLine::try_parse_from(line.split(' ')).map_err(|error| error.to_string())
    }

    #[test]
    fn the_definition_is_sound_and_every_example_is_right() {
        let mut command = CommandLine::command();
        command.build();
        command.clone().debug_assert();
        let mut waiting: Vec<&clap::Command> =
            command.get_subcommands().filter(|sub| sub.get_name() != "help").collect();
        let mut examples = 0;
        while let Some(command) = waiting.pop() {
            if command.has_subcommands() {
                waiting.extend(command.get_subcommands().filter(|sub| sub.get_name() != "help"));
                continue;
            }
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let example = help.lines().next().and_then(|line| line.strip_prefix("Example: "));
            let example = example.unwrap_or_else(|| panic!("{} has no example", command.get_name()));
            assert!(example.contains(command.get_name()), "{example}");
            parse(example).unwrap_or_else(|error| panic!("{example}: {error}"));
            examples += 1;
        }
        assert_eq!(examples, 10);
    }

    #[test]
    fn options_and_the_table_of_settings_agree() {
        let line = "anteroom serve --config a --data-dir b --database c --listen d --tls-listen e --public-url f \
                    --console-dir g --geoip-database h";
        let options = parse(line).expect("all options").options();
        let given: BTreeSet<_> =
            options.iter().map(|(key, text)| (key.option.expect("an option"), text.clone())).collect();
        let expected = line.split(' ').skip(2).collect::<Vec<_>>();
        let expected: BTreeSet<_> = expected.chunks(2).map(|pair| (pair[0], pair[1].to_owned())).collect();
        assert_eq!(given, expected);

        let table = SECTIONS.iter().flat_map(|section| section.keys).filter_map(|key| key.option);
        assert_eq!(table.collect::<BTreeSet<_>>(), given.iter().map(|(option, _)| *option).collect());
    }

    #[test]
    fn options_of_the_place_may_stand_before_and_after_the_command() {
        for line in ["anteroom --data-dir b doctor", "anteroom doctor --data-dir b"] {
            assert_eq!(parse(line).expect("doctor").options()[0].1, "b");
        }
        assert!(parse("anteroom migrate --listen d").is_err());
    }

    #[test]
    fn a_tenant_needs_a_name_and_an_origin() {
        assert!(parse("anteroom tenant create --name acme").is_err());
        let line = parse("anteroom tenant create --name acme --origin https://a.example --origin https://b.example");
        let Command::Tenant(super::Tenant::Create { name, origins }) = line.expect("a tenant").command else {
            panic!("not a tenant");
        };
        assert_eq!((name.as_str(), origins.len()), ("acme", 2));
    }

    #[test]
    fn passwords_in_urls_are_not_shown() {
        let line = parse("anteroom copy --from sqlite:a --to postgres://a:pa55@b/c --database postgres://a:pa55@b/c");
        assert!(!format!("{:?}", line.expect("copy")).contains("pa55"));
    }

    #[test]
    fn only_our_variables_are_looked_at_and_none_is_lost_for_its_bytes() {
        use std::os::unix::ffi::OsStringExt;
        let bytes = |bytes: &[u8]| std::ffi::OsString::from_vec(bytes.to_vec());
        let variables = [(bytes(b"PATH"), bytes(b"x")), (bytes(b"ANTEROOM_\xff"), bytes(b"y\xff"))];
        assert_eq!(
            super::environment(variables.into_iter()),
            [("ANTEROOM_\u{fffd}".to_owned(), "y\u{fffd}".to_owned())]
        );
    }

    #[test]
    fn the_version_is_the_package_s() {
        let version = parse("anteroom --version").expect_err("the version is shown as an early end");
        assert_eq!(version.trim(), concat!("anteroom ", env!("CARGO_PKG_VERSION")));
    }
}
