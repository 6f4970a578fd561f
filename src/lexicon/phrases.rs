//! How the phrases of the word lists stand in their file, for the build script, which writes it, and the
//! [`Index`](super::packed) alike: in alphabetical order, each as it goes on from the one before.

use crate::coder::{Coder, Guesses};

/// Writes or reads the next phrase, and what is said of it.
pub(crate) struct Phrases {
    /// The letters of the phrase, and how many of them it shares with the one before.
    pub(crate) letters: Vec<u8>,
    pub(crate) shared: usize,
    row: u32,
    guesses: [Guesses; 4],
}

/// What is mostly in a phrase; a 0 stands behind its last letter. For another byte stands the number behind them.
const LETTERS: &[u8; 31] = b"\0abcdefghijklmnopqrstuvwxyz -'.";

/// Rows from here on, at most 2^11, are guessed in two steps.
const RARE: u32 = 31;

impl Phrases {
    pub(crate) fn new() -> Self {
        Phrases { letters: Vec::new(), shared: 0, row: 0, guesses: [128, 33 << 5, 65, 4 << 8].map(Guesses::new) }
    }

    /// The letters of the next phrase. How many it shares with the one before is guessed from that one's; a letter
    /// from the two before it, the first that is not shared from the letter that it replaces.
    pub(crate) fn letters(&mut self, coder: &mut impl Coder, phrase: &[u8]) {
        let own = (self.letters.len() - self.shared).clamp(1, 4) - 1;
        let same = self.letters.iter().zip(phrase).take(31).take_while(|(a, b)| a == b).count();
        self.shared = self.guesses[0].symbol(coder, self.shared << 2 | own, same as u32) as usize;
        let mut context = 32 << 5 | self.letters.get(self.shared).map_or(0, |letter| place(*letter));
        self.letters.truncate(self.shared);
        loop {
            let letter = phrase.get(self.letters.len()).copied().unwrap_or(0);
            let symbol = self.guesses[1].symbol(coder, context, place(letter) as u32);
            match LETTERS.get(symbol as usize) {
                Some(0) => return,
                Some(letter) => self.letters.push(*letter),
                None => self.letters.push(coder.plain(8, letter.into()) as u8),
            }
            let [before, last] = self.letters.last_chunk().map_or([0, symbol as usize], |last| last.map(place));
            context = before << 5 | last;
        }
    }

    /// The row of the phrase, guessed from the row before and whether the phrase has a blank.
    pub(crate) fn row(&mut self, coder: &mut impl Coder, row: u32) -> u32 {
        let guesses = &mut self.guesses[2];
        let blank = usize::from(self.letters.contains(&b' '));
        let context = (self.row.min(RARE) as usize) << 1 | blank;
        self.row = match guesses.symbol(coder, context, row.min(RARE)) {
            RARE => {
                let rest = row.wrapping_sub(RARE);
                let high = guesses.symbol(coder, 64, rest >> 6 & 31);
                RARE + (high << 6 | coder.plain(6, rest & 63))
            }
            row => row,
        };
        self.row
    }

    /// A value that belongs to the phrase: mostly where a place is, guessed from the code, which is that of its country.
    pub(crate) fn value(&mut self, coder: &mut impl Coder, code: u8, value: u32) -> u32 {
        const ACROSS: u32 = 3600;
        let code = usize::from(code);
        let guesses = &mut self.guesses[3];
        // A number below 2^(10 + rest), of which ten bits are guessed.
        let mut half = |context: usize, rest: u32, number: u32| {
            let high = guesses.symbol(coder, context << 8 | code, number >> (5 + rest) & 31);
            let middle = guesses.symbol(coder, (context + 1) << 8 | code, number >> rest & 31);
            (high << 5 | middle) << rest | coder.plain(rest, number & ((1 << rest) - 1))
        };
        let up = half(0, 3, value / ACROSS);
        up * ACROSS + half(2, 2, value % ACROSS)
    }
}

/// Where each byte stands in [`LETTERS`].
static PLACES: [u8; 256] = {
    let mut places = [LETTERS.len() as u8; 256];
    let mut place = 0;
    while place < LETTERS.len() {
        places[LETTERS[place] as usize] = place as u8;
        place += 1;
    }
    places
};

fn place(letter: u8) -> usize {
    PLACES[usize::from(letter)].into()
}
