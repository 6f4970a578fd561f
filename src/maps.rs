//! Maps and sets of short keys. Entries stand in a list in the order they came, so that going through them is the same
//! every time; where to find one is kept apart from them, in code that all kinds of map share: each kind of the standard
//! map brings two kilobytes of its own to every reader.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

/// No entry.
const NONE: u32 = u32::MAX;

/// A map of a few short keys.
#[derive(Clone, Debug)]
pub(crate) struct HashMap<K, V> {
    entries: Vec<(K, V)>,
    chains: Chains,
}

/// As [`HashMap`], of keys alone.
#[derive(Clone, Debug)]
pub(crate) struct HashSet<K> {
    map: HashMap<K, ()>,
}

/// Strings by number, in the order they came: one behind the other, so that none has a place of its own to be made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strings {
    letters: String,
    /// Where each ends.
    ends: Vec<u32>,
    chains: Chains,
}

impl Strings {
    /// The number of a string, which is taken in unless it is here.
    pub(crate) fn add(&mut self, string: &str) -> u32 {
        let hash = hash(string);
        if let Some(number) = self.with(hash, string) {
            return number;
        }
        self.chains.push(hash);
        self.letters.push_str(string);
        self.ends.push(self.letters.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// The number of a string that is here.
    pub(crate) fn find(&self, string: &str) -> Option<u32> {
        self.with(hash(string), string)
    }

    fn with(&self, hash: u64, string: &str) -> Option<u32> {
        let same = |at: &usize| crate::slots::same(self.get(*at as u32).as_bytes(), string.as_bytes());
        self.chains.with(hash).find(same).map(|at| at as u32)
    }

    /// The string with this number.
    pub(crate) fn get(&self, number: u32) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before as usize)).copied();
        let end = self.ends.get(number as usize).copied();
        self.letters.get(start.unwrap_or(0) as usize..end.unwrap_or(0) as usize).unwrap_or("")
    }
}

/// As many entries are searched one after the other: for these, chains take longer than they save.
const FEW: usize = 16;

/// Which entries have a hash that ends alike, as linked lists of their numbers.
#[derive(Clone, Debug, Default)]
struct Chains {
    /// The last entry of each chain; as many as a power of two, or none where there are few entries.
    heads: Vec<u32>,
    /// For each entry its hash, and the entry before it in its chain.
    links: Vec<(u64, u32)>,
}

impl Chains {
    /// The entries with this hash.
    fn with(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        // Each link of few leads to the one before it, so that they are one chain.
        let mut at = self.head(hash).map_or(self.links.len().wrapping_sub(1) as u32, |head| self.heads[head]);
        std::iter::from_fn(move || {
            loop {
                let (other, before) = *self.links.get(at as usize)?;
                let found = at as usize;
                at = before;
                if other == hash {
                    return Some(found);
                }
            }
        })
    }

    /// Takes the next entry in.
    #[inline(never)]
    fn push(&mut self, hash: u64) {
        if self.links.is_empty() {
            self.links.reserve(FEW);
        }
        self.links.push((hash, (self.links.len() as u32).wrapping_sub(1)));
        if self.links.len() > self.heads.len().max(FEW) {
            self.heads = vec![NONE; 2 * self.links.len().next_power_of_two()];
            (0..self.links.len()).for_each(|number| self.link(number));
        } else {
            self.link(self.links.len() - 1);
        }
    }

    /// Puts an entry at the head of its chain, where there are chains.
    fn link(&mut self, number: usize) {
        if let Some(head) = self.head(self.links[number].0) {
            self.links[number].1 = std::mem::replace(&mut self.heads[head], number as u32);
        }
    }

    fn head(&self, hash: u64) -> Option<usize> {
        // The high bits hang on every byte, the low ones mostly on the last.
        let mask = self.heads.len().checked_sub(1)?;
        Some((hash ^ hash >> 32) as usize & mask)
    }
}

/// FNV-1a, 64 bits, of eight bytes at a time: for short keys the standard hash takes longer than the rest.
struct Fnv(u64);

impl Fnv {
    fn add(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 29;
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        self.add(rest.iter().fold(1, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.add(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.add(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

fn hash(key: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = Fnv(0xCBF2_9CE4_8422_2325);
    key.hash(&mut hasher);
    hasher.finish()
}

impl<K, V> Default for HashMap<K, V> {
    fn default() -> Self {
        HashMap { entries: Vec::new(), chains: Chains::default() }
    }
}

impl<K: Eq + Hash, V> HashMap<K, V> {
    fn find<Q: Eq + Hash + ?Sized>(&self, hash: u64, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.chains.with(hash).find(|at| self.entries[*at].0.borrow() == key)
    }

    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        // Many maps stay empty: then no key need be hashed.
        let at = if self.is_empty() { None } else { self.find(hash(key), key) };
        at.map(|at| &self.entries[at].1)
    }

    pub(crate) fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).map(|at| &mut self.entries[at].1)
    }

    pub(crate) fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Puts the value under the key, in the place of the one that was there.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let hash = hash(&key);
        if let Some(at) = self.find(hash, &key) {
            return Some(std::mem::replace(&mut self.entries[at].1, value));
        }
        self.push(hash, key, value);
        None
    }

    /// The value under the key, made where there is none.
    pub(crate) fn or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let hash = hash(&key);
        let at = self.find(hash, &key).unwrap_or_else(|| self.push(hash, key, value()));
        &mut self.entries[at].1
    }

    fn push(&mut self, hash: u64, key: K, value: V) -> usize {
        self.chains.push(hash);
        self.entries.push((key, value));
        self.entries.len() - 1
    }

    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }
}

/// The place of a key, filled or not.
pub(crate) struct Entry<'m, K, V> {
    map: &'m mut HashMap<K, V>,
    key: K,
}

impl<'m, K: Eq + Hash, V> Entry<'m, K, V> {
    pub(crate) fn or_insert(self, value: V) -> &'m mut V {
        self.map.or_insert_with(self.key, || value)
    }

    pub(crate) fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        self.map.or_insert_with(self.key, value)
    }

    pub(crate) fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.map.or_insert_with(self.key, V::default)
    }
}

impl<K: Eq + Hash, V> Extend<(K, V)> for HashMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Eq + Hash, V> FromIterator<(K, V)> for HashMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = HashMap::default();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for HashMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K> Default for HashSet<K> {
    fn default() -> Self {
        HashSet { map: HashMap::default() }
    }
}

impl<K: Eq + Hash> HashSet<K> {
    /// Whether it was new.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.map.insert(key, ()).is_none()
    }

    pub(crate) fn contains<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.map.contains_key(key)
    }

    pub(crate) fn len(&self) -> usize {
        self.map.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.map.entries.is_empty()
    }
}

impl<K: Eq + Hash> Extend<K> for HashSet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        self.map.extend(keys.into_iter().map(|key| (key, ())));
    }
}

impl<K: Eq + Hash> FromIterator<K> for HashSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = HashSet::default();
        set.extend(keys);
        set
    }
}

impl<K> IntoIterator for HashSet<K> {
    type Item = K;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(K, ())>, fn((K, ())) -> K>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.entries.into_iter().map(|(key, ())| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_and_nothing_else() {
        let mut map: HashMap<String, usize> = HashMap::default();
        assert_eq!(map.get("none"), None);
        for number in 0..5_000 {
            assert_eq!(map.insert(number.to_string(), number), None);
        }
        for number in 0..5_000 {
            assert_eq!(map.get(number.to_string().as_str()), Some(&number));
            assert_eq!(map.get(format!("x{number}").as_str()), None);
        }
        assert_eq!(map.insert("17".into(), 3), Some(17));
        *map.entry("18".into()).or_insert(0) += 1;
        *map.entry("new".into()).or_default() += 1;
        assert_eq!((map.get("17"), map.get("18"), map.get("new")), (Some(&3), Some(&19), Some(&1)));
        assert!(map.into_iter().map(|(key, _)| key).take(3).eq(["0", "1", "2"]), "in the order they came");
    }

    #[test]
    fn a_string_keeps_its_number() {
        let mut strings = Strings::default();
        let words: Vec<String> = (0..500).map(|number| "é".repeat(number % 3) + &number.to_string()).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!((strings.find(word), strings.add(word)), (None, number as u32));
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!((strings.add(word), strings.get(number as u32)), (number as u32, word.as_str()));
        }
        assert_eq!((strings.find("none"), strings.get(500)), (None, ""));
    }

    #[test]
    fn a_set_takes_each_key_once() {
        let mut set: HashSet<&str> = ["a", "b", "a"].into_iter().collect();
        assert!(!set.insert("b") && set.insert("c") && set.contains("a") && !set.contains("d"));
        assert!(set.into_iter().eq(["a", "b", "c"]));
    }
}
