//! Files in one: a ZIP archive without compression, as pictures are compressed already. The same files give the same bytes.

/// The first of January 1980, the earliest day that an archive can name: files of a deck have no date of their own.
const DATE: u16 = 0x21;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;

/// An archive of files, each with its path and bytes.
pub fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let start = out.len() as u32;
        let mut fields = Vec::new();
        put16(&mut fields, &[20, UTF8, 0, 0, DATE]);
        let size = bytes.len() as u32;
        put32(&mut fields, &[crc32fast::hash(bytes), size, size]);
        put16(&mut fields, &[name.len() as u16, 0]);
        put32(&mut out, &[0x0403_4b50]);
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(bytes);
        put32(&mut directory, &[0x0201_4b50]);
        put16(&mut directory, &[20]);
        directory.extend(&fields);
        put16(&mut directory, &[0, 0, 0]);
        put32(&mut directory, &[0, start]);
        directory.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    put32(&mut out, &[0x0605_4b50]);
    put16(&mut out, &[0, 0, count, count]);
    put32(&mut out, &[directory.len() as u32, start]);
    put16(&mut out, &[0]);
    out
}

fn put16(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|value| out.extend(value.to_le_bytes()));
}

fn put32(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|value| out.extend(value.to_le_bytes()));
}
