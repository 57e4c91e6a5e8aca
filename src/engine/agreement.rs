//! Two codings of the same items compared: percent agreement and Cohen's kappa.

/// How far two codings agree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Items that both coded.
    pub items: usize,
    /// Of those, how many got the same code.
    pub agree: usize,
    /// Items on which the second abstained; not among `items`.
    pub abstained: usize,
    /// Cohen's kappa, from -1 to 1; 1 where both gave one and the same code throughout, 0 where there is nothing to compare.
    pub kappa: f64,
}

/// Compares yes/no codes: the first coder's and the second's, who may abstain.
pub fn agreement(pairs: impl IntoIterator<Item = (bool, Option<bool>)>) -> Agreement {
    let (mut found, mut first_yes, mut second_yes) = (Agreement::default(), 0, 0);
    for (first, second) in pairs {
        let Some(second) = second else {
            found.abstained += 1;
            continue;
        };
        found.items += 1;
        found.agree += usize::from(first == second);
        first_yes += usize::from(first);
        second_yes += usize::from(second);
    }
    if found.items > 0 {
        let share = |count: usize| count as f64 / found.items as f64;
        let chance = share(first_yes) * share(second_yes) + (1.0 - share(first_yes)) * (1.0 - share(second_yes));
        found.kappa = if chance < 1.0 { (share(found.agree) - chance) / (1.0 - chance) } else { 1.0 };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_of_a_worked_example() {
        // 20 both yes, 5 only first, 10 only second, 15 both no: 35 of 50 agree, 0.5 by chance.
        let pairs = [(true, true, 20), (true, false, 5), (false, true, 10), (false, false, 15)];
        let pairs = pairs.into_iter().flat_map(|(a, b, n)| std::iter::repeat_n((a, Some(b)), n));
        let found = agreement(pairs.chain([(true, None)]));
        assert_eq!((found.items, found.agree, found.abstained), (50, 35, 1));
        assert!((found.kappa - 0.4).abs() < 1e-9);
    }

    #[test]
    fn one_code_throughout_is_full_agreement_and_nothing_is_none() {
        assert_eq!(agreement([(true, Some(true)), (true, Some(true))]).kappa, 1.0);
        assert_eq!(agreement([]).kappa, 0.0);
    }
}
