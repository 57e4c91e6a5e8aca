//! The shortest way from one list of tokens to another (Myers 1986, in linear memory), with a bound on its length.
//!
//! 1. what both begin and end with is the same;
//! 2. the middle of the shortest way between is found from both ends at once;
//! 3. the same is done with what lies before and behind that middle.

/// Insertions and deletions of a way that is still looked for. A paragraph of news has fewer words than half of it; a
/// longer way means two different texts, which are one change. Bounds the time to `LONGEST` times the tokens.
const LONGEST: usize = 1000;

/// Pairs of positions in `first` and `second` that hold the same token, in order; each position once.
pub(super) fn matches(first: &[u32], second: &[u32]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    between(first, second, (0, 0), &mut found);
    found
}

/// Adds the matches of two stretches that begin at `at`.
fn between(first: &[u32], second: &[u32], at: (usize, usize), found: &mut Vec<(usize, usize)>) {
    let head = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    found.extend((0..head).map(|n| (at.0 + n, at.1 + n)));
    let (first, second, at) = (&first[head..], &second[head..], (at.0 + head, at.1 + head));
    let tail = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
    let (n, m) = (first.len() - tail, second.len() - tail);
    if n > 0
        && m > 0
        && let Some((x, y)) = middle(&first[..n], &second[..m])
    {
        between(&first[..x], &second[..y], at, found);
        between(&first[x..n], &second[y..m], (at.0 + x, at.1 + y), found);
    }
    found.extend((0..tail).map(|k| (at.0 + n + k, at.1 + m + k)));
}

/// A point on the shortest way, neither its beginning nor its end; none where the way is too long or shares no token.
fn middle(first: &[u32], second: &[u32]) -> Option<(usize, usize)> {
    let (n, m) = (first.len() as isize, second.len() as isize);
    let most = (n + m + 1) / 2;
    let reach = most.min(LONGEST as isize / 2);
    // Furthest position in `first` on each diagonal, from the beginning and, mirrored, from the end.
    let width = (2 * reach + 3) as usize;
    let (mut there, mut back) = (vec![0_isize; width], vec![0_isize; width]);
    let slot = |k: isize| (k + reach + 1) as usize;
    let delta = n - m;
    let same = |x: isize, y: isize| first[x as usize] == second[y as usize];
    for d in 0..=reach {
        for k in (-d..=d).step_by(2) {
            let mut x = step(&there, k, d, slot);
            let mut y = x - k;
            while x < n && y < m && x >= 0 && y >= 0 && same(x, y) {
                (x, y) = (x + 1, y + 1);
            }
            there[slot(k)] = x;
            let other = delta - k;
            if delta % 2 != 0 && other.abs() < d && x + back[slot(other)] >= n {
                return inside(x, y, n, m);
            }
        }
        for k in (-d..=d).step_by(2) {
            let mut x = step(&back, k, d, slot);
            let mut y = x - k;
            while x < n && y < m && x >= 0 && y >= 0 && same(n - 1 - x, m - 1 - y) {
                (x, y) = (x + 1, y + 1);
            }
            back[slot(k)] = x;
            let other = delta - k;
            if delta % 2 == 0 && other.abs() <= d && x + there[slot(other)] >= n {
                return inside(n - x, m - y, n, m);
            }
        }
    }
    None
}

/// Where diagonal `k` stands after one more insertion or deletion.
fn step(furthest: &[isize], k: isize, d: isize, slot: impl Fn(isize) -> usize) -> isize {
    if d == 0 {
        0
    } else if k == -d || (k != d && furthest[slot(k - 1)] < furthest[slot(k + 1)]) {
        furthest[slot(k + 1)]
    } else {
        furthest[slot(k - 1)] + 1
    }
}

/// The point, if it lies on the grid and splits it.
fn inside(x: isize, y: isize, n: isize, m: isize) -> Option<(usize, usize)> {
    let on_grid = (0..=n).contains(&x) && (0..=m).contains(&y);
    let splits = (x, y) != (0, 0) && (x, y) != (n, m);
    (on_grid && splits).then_some((x as usize, y as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The longest common subsequence by the table everybody trusts.
    fn longest(first: &[u32], second: &[u32]) -> usize {
        let mut row = vec![0; second.len() + 1];
        for a in first {
            let mut corner = 0;
            for (j, b) in second.iter().enumerate() {
                let best = if a == b { corner + 1 } else { row[j].max(row[j + 1]) };
                corner = std::mem::replace(&mut row[j + 1], best);
            }
        }
        row[second.len()]
    }

    proptest! {
        #[test]
        fn as_many_tokens_are_kept_as_can_be(
            first in proptest::collection::vec(0_u32..4, 0..40),
            second in proptest::collection::vec(0_u32..4, 0..40),
        ) {
            let found = matches(&first, &second);
            prop_assert!(found.iter().all(|&(i, j)| first[i] == second[j]));
            prop_assert!(found.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
            prop_assert_eq!(found.len(), longest(&first, &second));
        }
    }
}
