//! Files of users: however they are cut into pieces the same entries come, reading goes on from every place, and no hash is
//! kept with what was wrong.
#![no_main]

use anteroom_model::import::{Content, ImportedUser, Item, Mapping, Place, Reader, hidden};
use anteroom_model::job::ImportFormat;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first byte chooses the format and the length of the pieces.
    let Some((choice, file)) = data.split_first() else { return };
    let format = ImportFormat::ALL[usize::from(*choice) % 3];
    let (whole, end) = read(Reader::new(format, Mapping::default()), file, usize::MAX);
    let (cut, cut_end) = read(Reader::new(format, Mapping::default()), file, 1 + usize::from(*choice) / 3);
    assert_eq!((&whole, &end), (&cut, &cut_end));

    for (number, (item, place)) in whole.iter().enumerate() {
        assert_eq!(item.position, number as u64 + 1);
        assert!(place.offset <= file.len() as u64 && place.count == item.position);
        match &item.content {
            Content::Object(object) => {
                if let Err(errors) = ImportedUser::understand(object) {
                    assert!(!errors.is_empty() && errors.iter().all(|error| !error.message.is_empty()));
                }
                for name in ["password_hash", "custom_password_hash"] {
                    assert!(hidden(object).get(name).is_none_or(|value| value == "(hidden)"));
                }
            }
            Content::Broken(_, error) => assert!(!error.code.is_empty() && !error.message.is_empty()),
        }
    }
    if let Some((_, place)) = whole.get(usize::from(*choice) % 7) {
        let rest = &file[usize::try_from(place.offset).expect("within the file")..];
        let from = usize::try_from(place.count).expect("few");
        let (later, later_end) = read(Reader::at(place.clone(), Mapping::default()), rest, 5);
        assert_eq!((&later[..], &later_end), (&whole[from..], &end));
    }
});

/// The entries with the places behind them, and why there are no more.
fn read(mut reader: Reader, file: &[u8], piece: usize) -> (Vec<(Item, Place)>, Option<String>) {
    let mut found = Vec::new();
    for part in file.chunks(piece).map(Some).chain([None]) {
        match part {
            Some(part) => reader.push(part),
            None => reader.end(),
        }
        loop {
            match reader.next_item() {
                Ok(Some(item)) => found.push((item, reader.place())),
                Ok(None) => break,
                // Near which byte it breaks off depends on the pieces.
                Err(error) => return (found, Some(error.message)),
            }
        }
    }
    (found, None)
}
