//! Articles as the learner sees them: sentences of tokens, each with its features and its label.

use super::corpus::Article;
use super::headlines;
use newsmark::document::{self, Document};
use newsmark::tagger::clues::Bits;
use newsmark::tagger::features::{Reader, capitalises_all};
use newsmark::tagger::model::BUCKETS;
use newsmark::tagger::{Class, Clues, Label};

/// A sentence to learn from: of each token its features, none where it cannot be a name; and its label.
pub(super) struct Sentence {
    pub(super) tokens: Vec<Option<Vec<u32>>>,
    pub(super) labels: Vec<Label>,
    /// Whether people marked it.
    pub(super) gold: bool,
}

/// The sentences of all articles; their features count the places in `buckets`.
pub(super) struct Examples {
    pub(super) sentences: Vec<Sentence>,
    pub(super) buckets: Vec<u32>,
}

impl Examples {
    /// Examples of these sentences, whose features count hashes; those that fewer than `rare` tokens have are left
    /// out.
    fn new(mut sentences: Vec<Sentence>, rare: u32) -> Self {
        let mut counts = vec![0u32; BUCKETS as usize];
        for feature in features(&mut sentences).flatten() {
            counts[*feature as usize] += 1;
        }
        let picked: Vec<usize> = (0..counts.len()).filter(|bucket| counts[*bucket] >= rare).collect();
        let mut examples = Examples { sentences, buckets: (0..BUCKETS).collect() };
        examples.keep(&picked);
        examples
    }

    /// Keeps the `picked` features alone, and numbers them anew.
    pub(super) fn keep(&mut self, picked: &[usize]) {
        let mut place = vec![None; self.buckets.len()];
        for (to, from) in (0..).zip(picked) {
            place[*from] = Some(to);
        }
        self.buckets = picked.iter().map(|from| self.buckets[*from]).collect();
        for features in features(&mut self.sentences) {
            *features = features.iter().filter_map(|feature| place[*feature as usize]).collect();
        }
    }
}

fn features(sentences: &mut [Sentence]) -> impl Iterator<Item = &mut Vec<u32>> {
    sentences.iter_mut().flat_map(|sentence| &mut sentence.tokens).flatten()
}

/// The sentences of `articles`; features that fewer than `rare` tokens have are left out, and so are some clues.
pub(super) fn examples(articles: &[Article], rare: u32, without: Bits) -> Examples {
    let mut sentences = Vec::new();
    let read = |article: &Article, wanted: &dyn Fn(&Document, &document::Sentence) -> bool, sentences: &mut _| {
        read(article, without, wanted, sentences);
    };
    for article in articles {
        if !article.gold {
            // Teachers take headlines that capitalise every word for names.
            read(article, &|doc, sentence| !capitalises_all(doc, sentence.tokens.iter()), &mut sentences);
            continue;
        }
        read(article, &|_, _| true, &mut sentences);
        if let Some((article, length)) = headlines::above(article) {
            read(&article, &|_, sentence| (sentence.span.end as usize) < length, &mut sentences);
        }
    }
    Examples::new(sentences, rare)
}

/// The sentences of an article that are `wanted`.
fn read(
    article: &Article,
    without: Bits,
    wanted: &dyn Fn(&Document, &document::Sentence) -> bool,
    sentences: &mut Vec<Sentence>,
) {
    let doc = Document::new(&article.text);
    let clues = Clues::new(&doc).without(without);
    let reader = Reader::new(&doc, &clues);
    let labels = labels(&doc, &article.names);
    for sentence in doc.sentences.iter().filter(|sentence| wanted(&doc, sentence)) {
        let features = |i: usize| {
            reader.may_be_name(i).then(|| {
                let mut features = Vec::new();
                reader.features(i, &mut features);
                // Sums of weights hang on their order.
                features.sort_unstable();
                features
            })
        };
        let tokens: Vec<_> = sentence.tokens.iter().map(features).collect();
        let labels = legal(&tokens, &labels[sentence.tokens.iter()]);
        if tokens.iter().any(Option::is_some) {
            sentences.push(Sentence { tokens, labels, gold: article.gold });
        }
    }
}

/// The label of each token; of names that overlap, the first and longest.
fn labels(doc: &Document, names: &[(usize, usize, Class)]) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; doc.tokens.len()];
    let mut free = 0;
    for &(start, end, class) in names {
        let first = doc.token_at(start as u32);
        let mut last = first;
        while doc.tokens.get(last).is_some_and(|token| (token.span.start as usize) < end) {
            last += 1;
        }
        if first < free || first == last {
            continue;
        }
        free = last;
        labels[first..last].fill(Label::inside(class));
        labels[first] = Label::begin(class);
    }
    labels
}

/// What the tagger can say of it: nothing of tokens that cannot be names.
fn legal(tokens: &[Option<Vec<u32>>], labels: &[Label]) -> Vec<Label> {
    let mut before = Label::OUTSIDE;
    let mut out = Vec::with_capacity(labels.len());
    for (token, label) in tokens.iter().zip(labels) {
        let mut label = if token.is_some() { *label } else { Label::OUTSIDE };
        if let (false, Some(class)) = (label.may_follow(before), label.class()) {
            label = Label::begin(class);
        }
        out.push(label);
        before = label;
    }
    out
}
