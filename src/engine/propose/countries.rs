//! Countries, as governments: their names, their capitals, their adjectives (CODEBOOK, section 2).

use std::{collections::HashSet, sync::LazyLock};

use crate::gazetteer::{ActorKind, ActorNames};

/// Name, other names and capitals, adjective; several of a sort are parted by commas.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("Afghanistan", "Kabul", "Afghan"),
    ("Albania", "Tirana", "Albanian"),
    ("Algeria", "Algiers", "Algerian"),
    ("Angola", "Luanda", "Angolan"),
    ("Argentina", "Buenos Aires", "Argentine"),
    ("Armenia", "Yerevan", "Armenian"),
    ("Australia", "Canberra", "Australian"),
    ("Austria", "Vienna", "Austrian"),
    ("Azerbaijan", "Baku", "Azerbaijani"),
    ("Bahrain", "Manama", "Bahraini"),
    ("Bangladesh", "Dhaka", "Bangladeshi"),
    ("Belarus", "Minsk", "Belarusian"),
    ("Belgium", "", "Belgian"),
    ("Bolivia", "La Paz", "Bolivian"),
    ("Brazil", "Brasília,Brasilia", "Brazilian"),
    ("Bulgaria", "Sofia", "Bulgarian"),
    ("Cambodia", "Phnom Penh", "Cambodian"),
    ("Cameroon", "Yaoundé", "Cameroonian"),
    ("Canada", "Ottawa", "Canadian"),
    ("Chile", "Santiago", "Chilean"),
    ("China", "Beijing", "Chinese"),
    ("Colombia", "Bogotá,Bogota", "Colombian"),
    ("Congo", "Kinshasa", "Congolese"),
    ("Croatia", "Zagreb", "Croatian"),
    ("Cuba", "Havana", "Cuban"),
    ("Cyprus", "Nicosia", "Cypriot"),
    ("Czech Republic", "Czechia,Prague", "Czech"),
    ("Denmark", "Copenhagen", "Danish"),
    ("Ecuador", "Quito", "Ecuadorian"),
    ("Egypt", "Cairo", "Egyptian"),
    ("Estonia", "Tallinn", "Estonian"),
    ("Ethiopia", "Addis Ababa", "Ethiopian"),
    ("European Union", "EU,Brussels", "European"),
    ("Finland", "Helsinki", "Finnish"),
    ("France", "Paris", "French"),
    ("Georgia", "Tbilisi", "Georgian"),
    ("Germany", "Berlin", "German"),
    ("Ghana", "Accra", "Ghanaian"),
    ("Greece", "Athens", "Greek"),
    ("Hungary", "Budapest", "Hungarian"),
    ("Iceland", "Reykjavik,Reykjavík", "Icelandic"),
    ("India", "New Delhi,Delhi", "Indian"),
    ("Indonesia", "Jakarta", "Indonesian"),
    ("Iran", "Tehran", "Iranian"),
    ("Iraq", "Baghdad", "Iraqi"),
    ("Ireland", "Dublin", "Irish"),
    ("Israel", "Jerusalem", "Israeli"),
    ("Italy", "Rome", "Italian"),
    ("Japan", "Tokyo", "Japanese"),
    ("Jordan", "Amman", "Jordanian"),
    ("Kazakhstan", "Astana", "Kazakh"),
    ("Kenya", "Nairobi", "Kenyan"),
    ("Kuwait", "Kuwait City", "Kuwaiti"),
    ("Latvia", "Riga", "Latvian"),
    ("Lebanon", "Beirut", "Lebanese"),
    ("Libya", "Tripoli", "Libyan"),
    ("Lithuania", "Vilnius", "Lithuanian"),
    ("Malaysia", "Kuala Lumpur", "Malaysian"),
    ("Mexico", "Mexico City", "Mexican"),
    ("Mongolia", "Ulaanbaatar", "Mongolian"),
    ("Morocco", "Rabat", "Moroccan"),
    ("Myanmar", "Burma,Naypyidaw", "Burmese"),
    ("Nepal", "Kathmandu", "Nepali"),
    ("Netherlands", "The Hague", "Dutch"),
    ("New Zealand", "Wellington", ""),
    ("Nigeria", "Abuja", "Nigerian"),
    ("North Korea", "Pyongyang", "North Korean"),
    ("Norway", "Oslo", "Norwegian"),
    ("Oman", "Muscat", "Omani"),
    ("Pakistan", "Islamabad", "Pakistani"),
    ("Panama", "Panama City", "Panamanian"),
    ("Peru", "Lima", "Peruvian"),
    ("Philippines", "Manila", "Philippine"),
    ("Poland", "Warsaw", "Polish"),
    ("Portugal", "Lisbon", "Portuguese"),
    ("Qatar", "Doha", "Qatari"),
    ("Romania", "Bucharest", "Romanian"),
    ("Russia", "Moscow", "Russian"),
    ("Rwanda", "Kigali", "Rwandan"),
    ("Saudi Arabia", "Riyadh", "Saudi"),
    ("Senegal", "Dakar", "Senegalese"),
    ("Serbia", "Belgrade", "Serbian"),
    ("Singapore", "", "Singaporean"),
    ("Slovakia", "Bratislava", "Slovak"),
    ("Slovenia", "Ljubljana", "Slovenian"),
    ("Somalia", "Mogadishu", "Somali"),
    ("South Africa", "Pretoria", "South African"),
    ("South Korea", "Seoul", "South Korean"),
    ("Spain", "Madrid", "Spanish"),
    ("Sri Lanka", "Colombo", "Sri Lankan"),
    ("Sudan", "Khartoum", "Sudanese"),
    ("Sweden", "Stockholm", "Swedish"),
    ("Switzerland", "Bern", "Swiss"),
    ("Syria", "Damascus", "Syrian"),
    ("Taiwan", "Taipei", "Taiwanese"),
    ("Tanzania", "Dodoma", "Tanzanian"),
    ("Thailand", "Bangkok", "Thai"),
    ("Tunisia", "Tunis", "Tunisian"),
    ("Turkey", "Türkiye,Ankara", "Turkish"),
    ("Uganda", "Kampala", "Ugandan"),
    ("Ukraine", "Kyiv,Kiev", "Ukrainian"),
    ("United Arab Emirates", "UAE,Abu Dhabi", "Emirati"),
    ("United Kingdom", "UK,U.K.,Britain,London", "British,UK,U.K."),
    ("United States", "US,U.S.,USA,America,Washington", "US,U.S.,American,United States"),
    ("Uruguay", "Montevideo", "Uruguayan"),
    ("Uzbekistan", "Tashkent", "Uzbek"),
    ("Venezuela", "Caracas", "Venezuelan"),
    ("Vietnam", "Hanoi", "Vietnamese"),
    ("Yemen", "Sanaa", "Yemeni"),
    ("Zambia", "Lusaka", "Zambian"),
    ("Zimbabwe", "Harare", "Zimbabwean"),
];

fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').filter(|part| !part.is_empty())
}

/// Every country as a government, with its capitals and what its government is called.
pub(super) fn governments() -> Vec<ActorNames> {
    let government = |(name, others, adjectives): &(&str, &str, &str)| ActorNames {
        id: name.to_lowercase().replace(' ', "-"),
        name: (*name).to_owned(),
        kind: ActorKind::Government,
        aliases: parts(others)
            .map(str::to_owned)
            .chain(parts(adjectives).map(|adjective| format!("{adjective} government")))
            .collect(),
    };
    COUNTRIES.iter().map(government).collect()
}

/// Every name, capital and adjective in lower case: asked of every run of capitals.
static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut names = HashSet::new();
    for (name, others, adjectives) in COUNTRIES {
        names.extend([*name].into_iter().chain(parts(others)).chain(parts(adjectives)).map(str::to_lowercase));
    }
    names
});

/// Whether a name is a country's or capital's, or an adjective of one.
pub(super) fn is_country(name: &str) -> bool {
    NAMES.contains(&name.to_lowercase())
}
