//! Numbers in few bits, where it can be guessed what comes next: an adaptive range coder (Martin 1979, with the carry of
//! LZMA), which learns what comes how often as it goes.
//!
//! A format is told once, for its writer and its reader alike, as a function over a [`Coder`]: the [`Encoder`] writes the
//! numbers that it is given, the [`Decoder`] gives back those that were written.

/// Writes or reads. Each method takes a number, which a reader does not look at, and gives the one in the file.
pub(crate) trait Coder {
    /// A number below [`SYMBOLS`], each as likely as it has parts of the whole.
    fn symbol(&mut self, parts: &Parts, symbol: u32) -> u32;

    /// A number below 2^`bits`, at most 2^20, of which nothing can be guessed.
    fn plain(&mut self, bits: u32, number: u32) -> u32;
}

/// What can be guessed are numbers below this.
const SYMBOLS: usize = 32;

/// The whole has 2^12 parts. Of so many together it is known to which symbol the first belongs.
const WHOLE: u32 = 12;
const STRETCH: u32 = 4;

/// What came how often in each of some contexts.
pub(crate) struct Guesses(Vec<Counts>);

/// What came how often in a context.
#[derive(Clone)]
struct Counts {
    counts: [u16; SYMBOLS],
    /// How many symbols come before they are counted into `parts` again.
    left: u16,
    parts: Parts,
}

/// How the whole is shared among the symbols.
#[derive(Clone)]
pub(crate) struct Parts {
    /// Where the parts of each symbol begin, and where those of the last one end.
    starts: [u16; SYMBOLS + 1],
    /// To which symbol the first part of each stretch belongs.
    first: [u8; 1 << (WHOLE - STRETCH)],
}

impl Guesses {
    /// For contexts below `contexts`.
    pub(crate) fn new(contexts: usize) -> Self {
        let parts = Parts { starts: [0; SYMBOLS + 1], first: [0; 1 << (WHOLE - STRETCH)] };
        let mut counts = Counts { counts: [0; SYMBOLS], left: 0, parts };
        counts.share();
        Guesses(vec![counts; contexts])
    }

    /// A number below [`SYMBOLS`] in a context.
    pub(crate) fn symbol(&mut self, coder: &mut impl Coder, context: usize, symbol: u32) -> u32 {
        let counts = &mut self.0[context];
        let symbol = coder.symbol(&counts.parts, symbol);
        let count = &mut counts.counts[symbol as usize];
        *count = count.saturating_add(1);
        counts.left -= 1;
        if counts.left == 0 {
            counts.share();
        }
        symbol
    }

    /// A number below 2^`bits`, of which those can be guessed that are below 31.
    pub(crate) fn small(&mut self, coder: &mut impl Coder, context: usize, bits: u32, number: u32) -> u32 {
        const LARGE: u32 = SYMBOLS as u32 - 1;
        match self.symbol(coder, context, number.min(LARGE)) {
            LARGE => coder.plain(bits, number),
            number => number,
        }
    }

    /// A number below 2^(20 + `bits`) of which only the size can be guessed: some times 2^`bits`.
    pub(crate) fn gap(&mut self, coder: &mut impl Coder, bits: u32, gap: u32) -> u32 {
        self.small(coder, 0, 20, gap >> bits) << bits | coder.plain(bits, gap & ((1 << bits) - 1))
    }
}

impl Parts {
    /// Where the parts of a symbol begin and end.
    #[inline]
    fn of(&self, symbol: usize) -> (u32, u32) {
        (self.starts[symbol].into(), self.starts[symbol + 1].into())
    }
}

impl Counts {
    /// Shares the whole anew: to each symbol one part, and to what it weighs its share of the others.
    #[inline(never)]
    fn share(&mut self) {
        // What has not come yet weighs an eighth of what came once.
        let weigh = |count: &u16| 8 * u32::from(*count) + 1;
        let all: u32 = self.counts.iter().map(weigh).sum();
        let each = (((1 << WHOLE) - SYMBOLS as u32) << 16) / all;
        let (mut start, mut weight) = (0u32, 0);
        for (symbol, count) in self.counts.iter().enumerate() {
            self.parts.starts[symbol] = start as u16;
            weight += weigh(count);
            let end = symbol as u32 + 1 + ((weight * each) >> 16);
            let stretches = start.div_ceil(1 << STRETCH)..end.div_ceil(1 << STRETCH);
            self.parts.first[stretches.start as usize..stretches.end as usize].fill(symbol as u8);
            start = end;
        }
        self.parts.starts[SYMBOLS] = start as u16;
        self.left = (all / 16).clamp(2, 1 << 10) as u16;
    }
}

/// Writes.
pub(crate) struct Encoder {
    /// What was written is a number in [low, low + range), of which the first bytes are out.
    low: u32,
    range: u32,
    out: Vec<u8>,
}

impl Encoder {
    pub(crate) fn new() -> Self {
        Encoder { low: 0, range: u32::MAX, out: Vec::new() }
    }

    /// Goes on with a part of the range.
    fn part(&mut self, start: u32, range: u32) {
        let (low, carry) = self.low.overflowing_add(start);
        if carry {
            let last = self.out.iter().rposition(|byte| *byte != 0xFF).unwrap_or(0);
            self.out[last..].iter_mut().for_each(|byte| *byte = byte.wrapping_add(1));
        }
        (self.low, self.range) = (low, range);
        while self.range < 1 << 24 {
            self.out.push((self.low >> 24) as u8);
            (self.low, self.range) = (self.low << 8, self.range << 8);
        }
    }

    /// All that was written.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.out.extend(self.low.to_be_bytes());
        self.out
    }
}

impl Coder for Encoder {
    fn symbol(&mut self, parts: &Parts, symbol: u32) -> u32 {
        let (start, end) = parts.of(symbol as usize);
        let each = self.range >> WHOLE;
        self.part(each * start, each * (end - start));
        symbol
    }

    fn plain(&mut self, bits: u32, number: u32) -> u32 {
        let each = self.range >> bits;
        self.part(each * number, each);
        number
    }
}

/// Reads what an [`Encoder`] wrote.
pub(crate) struct Decoder<'f> {
    rest: std::slice::Iter<'f, u8>,
    /// Where in the range the number is that was written.
    number: u32,
    range: u32,
    /// Bytes that were asked for behind the file's end.
    missing: usize,
}

impl<'f> Decoder<'f> {
    pub(crate) fn new(bytes: &'f [u8]) -> Self {
        let mut decoder = Decoder { rest: bytes.iter(), number: 0, range: 0, missing: 0 };
        (0..4).for_each(|_| decoder.next_byte());
        decoder.range = u32::MAX;
        decoder
    }

    /// Whether the file was there as far as it was read, and no further.
    pub(crate) fn is_whole(&self) -> bool {
        self.missing == 0 && self.rest.len() == 0
    }

    #[inline]
    fn next_byte(&mut self) {
        let byte = self.rest.next().copied();
        self.missing += usize::from(byte.is_none());
        self.number = self.number << 8 | u32::from(byte.unwrap_or(0));
        self.range <<= 8;
    }

    #[inline]
    fn part(&mut self, start: u32, range: u32) {
        (self.number, self.range) = (self.number.wrapping_sub(start), range);
        while self.range < 1 << 24 {
            self.next_byte();
        }
    }
}

impl Coder for Decoder<'_> {
    #[inline]
    fn symbol(&mut self, parts: &Parts, _: u32) -> u32 {
        let each = self.range >> WHOLE;
        let part = (self.number / each).min((1 << WHOLE) - 1);
        let mut symbol = usize::from(parts.first[(part >> STRETCH) as usize]);
        while symbol < SYMBOLS - 1 && parts.of(symbol).1 <= part {
            symbol += 1;
        }
        let (start, end) = parts.of(symbol);
        self.part(each * start, each * (end - start));
        symbol as u32
    }

    #[inline]
    fn plain(&mut self, bits: u32, _: u32) -> u32 {
        let each = self.range >> bits;
        let number = (self.number / each).min((1 << bits) - 1);
        self.part(each * number, each);
        number
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Takes numbers through a coder, each by the method that stands before it, in contexts that hang on what was before.
    fn code(coder: &mut impl Coder, numbers: &[(u8, u32)]) -> Vec<(u8, u32)> {
        let mut guesses = Guesses::new(8);
        let mut last = 0;
        let mut one = |(method, number): &(u8, u32)| {
            let context = last as usize % 8;
            last = match method {
                0 => guesses.symbol(coder, context, number % 32),
                1 => guesses.small(coder, context, 16, *number),
                2 => guesses.gap(coder, 7, *number),
                _ => coder.plain(16, *number),
            };
            (*method, last)
        };
        numbers.iter().map(&mut one).collect()
    }

    /// Numbers of all sizes below 2^16.
    fn numbers() -> impl Strategy<Value = Vec<(u8, u32)>> {
        prop::collection::vec((0..4u8, (0..17u32).prop_flat_map(|bits| 0..1u32 << bits)), 0..2000)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn reads_what_was_written(numbers in numbers()) {
            let mut encoder = Encoder::new();
            let written = code(&mut encoder, &numbers);
            let bytes = encoder.finish();
            let unknown: Vec<(u8, u32)> = numbers.iter().map(|(method, _)| (*method, 0)).collect();
            let mut decoder = Decoder::new(&bytes);
            prop_assert_eq!(code(&mut decoder, &unknown), written);
            prop_assert!(decoder.is_whole());
            let mut cut = Decoder::new(&bytes[..bytes.len() - 1]);
            code(&mut cut, &unknown);
            prop_assert!(!cut.is_whole());
        }

        #[test]
        fn reads_anything(bytes in prop::collection::vec(any::<u8>(), 0..200), numbers in numbers()) {
            prop_assert_eq!(code(&mut Decoder::new(&bytes), &numbers).len(), numbers.len());
        }
    }

    #[test]
    fn what_can_be_guessed_takes_little_room() {
        let size = |numbers: &[u32]| {
            let (mut guesses, mut encoder) = (Guesses::new(33), Encoder::new());
            let mut last = 0;
            for number in numbers {
                last = 1 + guesses.symbol(&mut encoder, last as usize, *number);
            }
            encoder.finish().len()
        };
        let spread: Vec<u32> = (0..4000u32).map(|n| n.wrapping_mul(0x9E37_79B1).wrapping_mul(n | 1) >> 27).collect();
        let rare: Vec<u32> = spread.iter().map(|n| u32::from(*n == 7)).collect();
        let rhythm: Vec<u32> = (0..4000).map(|n| n % 4 * 5).collect();
        assert!(size(&spread) > 2400, "nothing can be guessed: {}", size(&spread));
        assert!(size(&rare) < 200, "one in 32: {}", size(&rare));
        assert!(size(&rhythm) < 100, "each tells the next: {}", size(&rhythm));
    }
}
