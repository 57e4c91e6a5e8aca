//! Which paragraph of the first document each paragraph of the second has its words from.
//!
//! 1. candidates by the rarest features they share, the nearest to the expected place where a feature is frequent;
//! 2. for each its score: how much of the second's features the first has, rare ones counting more;
//! 3. of all candidates the chain that keeps the order and scores most.

use super::features::{Features, common};

/// Rarest features of a paragraph by which candidates are looked up; more find the same ones.
const LOOKED_UP: usize = 24;

/// Places of a feature that are looked at.
const NEAREST: usize = 4;

/// Candidates of a paragraph that are scored.
const SCORED: usize = 6;

/// A score below this is what two texts on one subject share by chance.
const CHANCE: f64 = 0.2;

/// Stems two paragraphs share at least.
const FEWEST_SHARED: usize = 2;

/// Of a paragraph's features, how many more a further source has to bring to be one.
const FURTHER: f64 = 0.16;

/// Paragraphs on either side that are looked at for further sources.
const NEIGHBORS: usize = 3;

/// The chain, and how it compares.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// For each paragraph of the second document the one of the first it answers.
    pub(super) base: Vec<Option<usize>>,
    /// Mean score along the chain, by words; 2 where every feature is there.
    pub(super) score: f64,
    /// Mean score if order did not matter.
    pub(super) unordered: f64,
}

/// How rare each feature is in both documents.
#[derive(Debug)]
pub(super) struct Rarity {
    /// Feature and paragraph of the first document, sorted.
    places: Vec<(u64, u32)>,
    paragraphs: f64,
}

impl Rarity {
    pub(super) fn new(first: &[Features], second: &[Features]) -> Self {
        let mut places: Vec<(u64, u32)> = Vec::new();
        for (n, features) in first.iter().enumerate() {
            places.extend(features.stems.iter().chain(&features.pairs).map(|&f| (f, n as u32)));
        }
        places.sort_unstable();
        Rarity { places, paragraphs: (first.len() + second.len()) as f64 }
    }

    fn of(&self, feature: u64) -> &[(u64, u32)] {
        let from = self.places.partition_point(|&(f, _)| f < feature);
        let length = self.places[from..].partition_point(|&(f, _)| f == feature);
        &self.places[from..from + length]
    }

    /// A feature's weight: the fewer paragraphs have it, the more.
    pub(super) fn weight(&self, feature: u64) -> f64 {
        (1.0 + self.paragraphs / (1.0 + self.of(feature).len() as f64)).ln()
    }
}

/// How much of `part` is in `whole`: of its stems by weight, and of its pairs of words; from 0 to 2.
fn score(rarity: &Rarity, part: &Features, whole: &Features) -> f64 {
    let part_of = |mine: &[u64], theirs: &[u64]| {
        let all: f64 = mine.iter().map(|&f| rarity.weight(f)).sum();
        let shared: f64 = common(mine, theirs).map(|f| rarity.weight(f)).sum();
        if all > 0.0 { shared / all } else { 0.0 }
    };
    // One word in common is chance, unless there are hardly more.
    if common(&part.stems, &whole.stems).count() < FEWEST_SHARED.min(part.stems.len().saturating_sub(1)) {
        return 0.0;
    }
    part_of(&part.stems, &whole.stems) + part_of(&part.pairs, &whole.pairs)
}

/// Aligns two documents, each given by its paragraphs' features.
pub(super) fn align(first: &[Features], second: &[Features]) -> Alignment {
    let rarity = Rarity::new(first, second);
    let words: usize = second.iter().map(|f| f.words).sum();
    let share = |n: usize| second[n].words as f64 / (words.max(1)) as f64;
    let mut alignment = Alignment { base: vec![None; second.len()], ..Alignment::default() };
    let mut scored: Vec<(usize, usize, f64)> = Vec::new();
    for (n, features) in second.iter().enumerate() {
        let expected = n * first.len() / second.len();
        let mut best = 0.0_f64;
        for m in candidates(&rarity, features, expected) {
            let score = score(&rarity, features, &first[m]);
            if score >= CHANCE {
                scored.push((n, m, score));
                best = best.max(score);
            }
        }
        alignment.unordered += best * share(n);
    }
    for (n, m, score) in chain(&scored, first.len(), &share) {
        alignment.base[n] = Some(m);
        alignment.score += score * share(n);
    }
    alignment
}

/// Paragraphs of the first document that share a paragraph's rarest features.
fn candidates(rarity: &Rarity, features: &Features, expected: usize) -> Vec<usize> {
    let mut rarest: Vec<(usize, u64)> = features
        .stems
        .iter()
        .chain(&features.pairs)
        .map(|&f| (rarity.of(f).len(), f))
        .filter(|&(places, _)| places > 0)
        .collect();
    rarest.sort_unstable();
    rarest.truncate(LOOKED_UP);
    let mut hits: Vec<(u32, f64)> = Vec::new();
    for &(_, feature) in &rarest {
        let places = rarity.of(feature);
        let at = places.partition_point(|&(_, m)| (m as usize) < expected);
        let from = at.saturating_sub(NEAREST / 2).min(places.len().saturating_sub(NEAREST));
        hits.extend(places[from..].iter().take(NEAREST).map(|&(_, m)| (m, rarity.weight(feature))));
    }
    hits.sort_unstable_by_key(|&(m, _)| m);
    let mut sums: Vec<(usize, f64)> = Vec::new();
    for (m, weight) in hits {
        match sums.last_mut() {
            Some(last) if last.0 == m as usize => last.1 += weight,
            _ => sums.push((m as usize, weight)),
        }
    }
    sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    sums.truncate(SCORED);
    sums.into_iter().map(|(m, _)| m).collect()
}

/// Of points (second, first, score), sorted by the second, the chain with the greatest sum whose first never goes back;
/// one point of each second. Best sums so far are kept in a tree over the first (Fenwick).
fn chain(points: &[(usize, usize, f64)], first: usize, share: &dyn Fn(usize) -> f64) -> Vec<(usize, usize, f64)> {
    let mut tree: Vec<(f64, usize)> = vec![(0.0, usize::MAX); first + 1];
    let mut back: Vec<usize> = vec![usize::MAX; points.len()];
    let mut sums: Vec<f64> = vec![0.0; points.len()];
    let mut offset = 0;
    for group in points.chunk_by(|a, b| a.0 == b.0) {
        for (k, &(n, m, score)) in group.iter().enumerate() {
            let mut best = (0.0, usize::MAX);
            let mut at = m + 1;
            while at > 0 {
                if tree[at].0 > best.0 {
                    best = tree[at];
                }
                at &= at - 1;
            }
            sums[offset + k] = best.0 + score * share(n);
            back[offset + k] = best.1;
        }
        for (k, &(_, m, _)) in group.iter().enumerate() {
            let mut at = m + 1;
            while at <= first {
                if sums[offset + k] > tree[at].0 {
                    tree[at] = (sums[offset + k], offset + k);
                }
                at += at & at.wrapping_neg();
            }
        }
        offset += group.len();
    }
    let mut at = (0..points.len()).max_by(|&a, &b| sums[a].total_cmp(&sums[b]).then(b.cmp(&a))).unwrap_or(usize::MAX);
    let mut chain = Vec::new();
    while let Some(&point) = points.get(at) {
        chain.push(point);
        at = back[at];
    }
    chain.reverse();
    chain
}

/// Groups of paragraphs that answer each other: those of the first, those of the second.
pub(super) type Group = (Vec<usize>, Vec<usize>);

/// The groups of an alignment, in the order of the second document, paragraphs of the first alone at their place.
pub(super) fn groups(first: &[Features], second: &[Features], alignment: &Alignment) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut used = vec![false; first.len()];
    for &m in alignment.base.iter().flatten() {
        used[m] = true;
    }
    for (n, base) in alignment.base.iter().enumerate() {
        match (groups.last_mut(), base) {
            (Some(last), &Some(m)) if last.0.last() == Some(&m) => last.1.push(n),
            (_, &Some(m)) => groups.push((vec![m], vec![n])),
            (_, None) => groups.push((Vec::new(), vec![n])),
        }
    }
    let rarity = Rarity::new(first, second);
    let bases: Vec<usize> = groups.iter().filter_map(|g| g.0.first().copied()).collect();
    let mut base = 0;
    for group in &mut groups {
        let Some(&m) = group.0.first() else { continue };
        let low = if base == 0 { 0 } else { bases[base - 1] + 1 }.max(m.saturating_sub(NEIGHBORS));
        let high = bases.get(base + 1).copied().unwrap_or(first.len()).min(m + 1 + NEIGHBORS);
        base += 1;
        let part = Features::union(group.1.iter().map(|&n| &second[n]));
        for other in (low..m).rev().chain(m + 1..high) {
            let have = Features::union(group.0.iter().map(|&k| &first[k]));
            let with = Features::union(group.0.iter().chain([&other]).map(|&k| &first[k]));
            if !used[other] && score(&rarity, &part, &with) - score(&rarity, &part, &have) >= FURTHER {
                group.0.push(other);
                used[other] = true;
            }
        }
        group.0.sort_unstable();
    }
    with_the_rest(groups, &used)
}

/// Adds the paragraphs that only the first document has, each before the group it stands before.
fn with_the_rest(groups: Vec<Group>, used: &[bool]) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    let mut next = 0;
    let mut alone = |limit: usize, all: &mut Vec<Group>| {
        while next < limit {
            if !used[next] {
                all.push((vec![next], Vec::new()));
            }
            next += 1;
        }
    };
    for group in groups {
        if let Some(&m) = group.0.first() {
            alone(m, &mut all);
        }
        all.push(group);
    }
    alone(used.len(), &mut all);
    all
}
