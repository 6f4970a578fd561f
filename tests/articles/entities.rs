//! Articles of many countries, asked who and what is in them: one person one entity, no two people in one, a capital
//! told from its government.

use crate::reading::{Read, check};

const PERSON: &str = "person";
const BODY: &str = "organization";
const PLACE: &str = "place";

#[test]
fn kenya_bank() {
    check("kenya-bank", |a| {
        a.entity(BODY, "Central Bank of Kenya", "KE", &["Central Bank of Kenya", "CBK", "bank", "?Central bank"]);
        a.entity(PERSON, "Njeri Mwangale", "KE", &["Njeri Mwangale", "Mwangale", "who", "She"]);
        a.entity(PERSON, "Patrick Ssemwogerere", "UG", &["Patrick Ssemwogerere", "he"]);
        a.entity(PERSON, "Peter Kiprono", "", &["Peter Kiprono", "Kiprono", "he", "economist"]);
        a.entity(PERSON, "Mary Wambui Kiprono", "", &["Mary Wambui Kiprono"]);
        a.entity(PERSON, "Hassan Abdi Noor", "", &["Hassan Abdi Noor", "Noor", "His"]);
        a.entity(PLACE, "Kenya", "KE", &["Nairobi"]);
        a.entity(PLACE, "Nairobi", "KE", &["Nairobi"]);
        a.entity(PLACE, "Kampala", "UG", &["Kampala"]);
        a.entity(PLACE, "Uganda", "UG", &["Uganda", "Kampala"]);
        a.entity(PLACE, "Dar es Salaam", "TZ", &["Dar es Salaam"]);
        a.entity(BODY, "University of Nairobi", "KE", &["University of Nairobi"]);
        a.entity(PLACE, "Mombasa", "KE", &["Mombasa"]);
        a.lies_at("Mombasa", -4.1, 39.7);
        a.role("Njeri Mwangale", "CBK Governor");
        a.role("Patrick Ssemwogerere", "Uganda’s Finance Minister");
        a.role("Hassan Abdi Noor", "Cabinet Secretary");
    });
}

/// Of two cities of one name, the one in the country that the article speaks of.
#[test]
fn which_tripoli() {
    let of = |text: &str| {
        let wire = newsmark::annotate(text).to_wire(newsmark::OffsetUnit::Byte);
        let city = wire.entities.iter().find(|e| e.name == "Tripoli").expect("Tripoli");
        (city.country.clone().expect("a country"), city.lat.expect("a latitude").round() as i32)
    };
    let town = "Police in Tripoli said on Monday that the harbour was closed.";
    assert_eq!(of(&format!("{town} Troops reached Libya on Sunday.")), ("LY".to_string(), 33));
    assert_eq!(of(&format!("{town} The army of Lebanon stood by in Beirut.")), ("LB".to_string(), 34));
}

#[test]
fn nigeria_brothers() {
    check("nigeria-brothers", |a| {
        a.entity(PERSON, "Yakubu Garba", "", &["Yakubu Garba", "Garba", "?his", "?he", "?suspended lawmaker"]);
        a.entity(PERSON, "Bulus Garba", "", &["Bulus Garba", "Garba", "he", "?senator"]);
        a.entity(PERSON, "Baba Garba", "", &["Baba Garba"]);
        a.entity(PERSON, "Istifanus Dung", "", &["Istifanus Dung"]);
        a.entity(PERSON, "Rifkatu Pam", "", &["Rifkatu Pam", "Pam", "She"]);
        a.entity(BODY, "Peoples Reform Party", "", &["Peoples Reform Party", "PRP", "?party"]);
        let commission = "Independent National Electoral Commission";
        a.entity(BODY, commission, "", &[commission, "INEC"]);
        a.entity(PLACE, "Nigeria", "NG", &["Abuja"]);
        a.entity(PLACE, "Abuja", "NG", &["Abuja"]);
        a.entity(PLACE, "Jos", "NG", &["JOS", "Jos"]);
        a.role("Bulus Garba", "Senator");
    });
}

#[test]
fn india_dam() {
    check("india-dam", |a| {
        a.entity(BODY, "Karnataka High Court", "IN", &["Karnataka High Court"]);
        a.entity(BODY, "Mahadri Infra Ltd.", "", &["Mahadri Infra Ltd.", "Mahadri Infra", "company", "?Mahadri"]);
        a.entity(BODY, "National Green Tribunal", "", &["National Green Tribunal", "NGT"]);
        a.entity(BODY, "Sirsi Farmers' Forum", "", &["Sirsi Farmers' Forum", "Forum"]);
        a.entity(PERSON, "K. R. Venkatesan", "", &["K. R. Venkatesan", "Venkatesan"]);
        a.entity(PERSON, "Nafisa Begum", "", &["Nafisa Begum"]);
        a.entity(PERSON, "Harish Kaul", "", &["Harish Kaul", "Kaul", "He"]);
        a.entity(PERSON, "Meera Hegde", "", &["Meera Hegde", "Hegde", "she"]);
        a.entity(PERSON, "Rahul Hegde", "", &["Rahul Hegde", "Hegde"]);
        a.entity(PERSON, "Asma Khan", "", &["Asma Khan", "Khan"]);
        a.entity(PERSON, "B. S. Doddamane", "", &["B. S. Doddamane", "Doddamane", "Chief Minister"]);
        a.entity(BODY, "Janata Sangha Party", "", &["Janata Sangha Party", "JSP"]);
        a.entity(PLACE, "India", "IN", &["New Delhi"]);
        a.entity(PLACE, "New Delhi", "IN", &["New Delhi"]);
        a.entity(PLACE, "Hubballi-Dharwad", "", &["Hubballi-Dharwad"]);
        a.entity(PLACE, "Sirsi", "", &["Sirsi"]);
    });
}

#[test]
fn pakistan_floods() {
    check("pakistan-floods", |a| {
        a.entity(PLACE, "Pakistan", "PK", &["Islamabad"]);
        a.entity(PLACE, "Islamabad", "PK", &["Islamabad"]);
        a.entity(PLACE, "Jacobabad", "PK", &["Jacobabad"]);
        a.entity(PERSON, "Tariq Mehsud", "", &["Tariq Mehsud", "Mehsud"]);
        let authority = "Provincial Disaster Management Authority";
        a.entity(BODY, authority, "", &[authority, "PDMA"]);
        a.entity(PLACE, "China", "CN", &["Beijing"]);
        a.entity(PLACE, "Turkey", "TR", &["Ankara"]);
        a.entity(PLACE, "Qatar", "QA", &["Doha"]);
        a.entity(PERSON, "Rashida Bibi", "", &["Rashida Bibi", "she", "her", "Her"]);
        a.entity(PERSON, "Ali", "", &["Ali"]);
        let founder = "Abdul Qayyum Soomro";
        a.entity(PERSON, founder, "", &[founder, "Soomro", "His", "?he"]);
        a.entity(PERSON, "Jameel Soomro", "", &["Jameel Soomro"]);
        a.entity(BODY, "Pakistan Army", "PK", &["Pakistan Army", "army"]);
        a.entity(PLACE, "Arabian Sea", "", &["Arabian Sea"]);
    });
}

#[test]
fn philippines_ferry() {
    check("philippines-ferry", |a| {
        a.entity(BODY, "Philippine Coast Guard", "PH", &["Philippine Coast Guard", "PCG"]);
        a.entity("product", "MV Santa Clara", "", &["MV Santa Clara", "Santa Clara"]);
        a.entity(PERSON, "Arnel Bautista", "", &["Arnel Bautista"]);
        a.entity(PERSON, "Dionisio \"Dong\" Villaflor", "", &["Dionisio \"Dong\" Villaflor", "Villaflor", "he"]);
        a.entity(PERSON, "Ma. Luisa dela Cruz", "", &["Ma. Luisa dela Cruz", "dela Cruz", "She"]);
        a.entity(PLACE, "Philippines", "PH", &["Malacañang"]);
        a.entity(
            BODY,
            "Visayan Star Lines Inc.",
            "",
            &["Visayan Star Lines Inc.", "Visayan Star Lines", "company", "?Visayan Star"],
        );
        a.entity(BODY, "Department of Transportation", "", &["Department of Transportation"]);
        a.entity(PLACE, "Guiuan", "", &["Guiuan"]);
        a.role("Ma. Luisa dela Cruz", "Guiuan Mayor");
    });
}

#[test]
fn brazil_tailings() {
    check("brazil-tailings", |a| {
        a.entity(BODY, "Serra Alta SA", "", &["Serra Alta SA", "Serra Alta", "?Its"]);
        a.entity(PERSON, "Ana Paula de Souza e Silva", "", &["Ana Paula de Souza e Silva"]);
        let boss = "João Batista da Rocha Filho";
        a.entity(PERSON, boss, "", &[boss, "Da Rocha", "da Rocha", "His"]);
        a.entity(PERSON, "Caio Prado", "", &["Caio Prado", "Prado"]);
        a.entity(PERSON, "Luzia dos Santos", "", &["Luzia dos Santos", "Dos Santos", "whose", "her"]);
        a.entity(PERSON, "Rosângela", "", &["Rosângela"]);
        a.entity(PERSON, "Otávio Meireles", "", &["Otávio Meireles", "Meireles", "he", "president"]);
        a.entity(PLACE, "Brazil", "BR", &["Brasilia"]);
        a.entity(PLACE, "Brasilia", "BR", &["Brasilia"]);
        a.entity(PLACE, "Sao Paulo", "BR", &["Sao Paulo", "São Paulo"]);
        a.entity(PLACE, "Minas Gerais", "BR", &["Minas Gerais"]);
        a.entity(BODY, "National Mining Agency", "", &["National Mining Agency", "ANM", "agency"]);
    });
}

#[test]
fn mexico_mayor() {
    check("mexico-mayor", |a| {
        a.entity(PERSON, "Andrés Molina Ocampo", "", &["Andrés Molina Ocampo", "Molina", "?He", "His", "?mayor"]);
        a.entity(PERSON, "Verónica Ibarra Luna", "", &["Verónica Ibarra Luna", "Ibarra"]);
        a.entity(PERSON, "Pilar Ocampo", "", &["Pilar Ocampo", "Ocampo"]);
        a.entity(PERSON, "Diego Molina", "", &["Diego Molina", "his"]);
        let president = "Beatriz Salgado de León";
        a.entity(PERSON, president, "", &[president, "Salgado", "who"]);
        a.entity(PERSON, "Ramón “El Güero” Peralta", "", &["Ramón “El Güero” Peralta", "Peralta", "who"]);
        a.entity(PERSON, "Héctor Molina Reyes", "", &["Héctor Molina Reyes"]);
        a.entity(PLACE, "United States", "US", &["Washington"]);
        a.entity(PLACE, "Guadalajara", "MX", &["Guadalajara"]);
        a.entity(PLACE, "Jalisco", "MX", &["Jalisco"]);
    });
}

#[test]
fn egypt_talks() {
    check("egypt-talks", |a| {
        a.entity(PLACE, "Egypt", "EG", &["Egypt", "Cairo"]);
        a.entity(PLACE, "Sudan", "SD", &["Sudan", "Khartoum"]);
        a.entity(PLACE, "Cairo", "EG", &["Cairo"]);
        a.entity(PLACE, "Khartoum", "SD", &["Khartoum"]);
        a.entity(PLACE, "Ethiopia", "ET", &["Addis Ababa"]);
        let minister = "Samir Abdel-Hadi al-Masry";
        a.entity(PERSON, minister, "EG", &[minister, "Al-Masry", "al-Masry", "his"]);
        a.entity(PERSON, "Omar Abu Bakr Hassan", "SD", &["Omar Abu Bakr Hassan", "Hassan", "his"]);
        a.entity(BODY, "Egyptian Foreign Ministry", "EG", &["Egyptian Foreign Ministry", "ministry"]);
        a.entity(PERSON, "Haifa Abu Ghazaleh Mansour", "", &["Haifa Abu Ghazaleh Mansour"]);
        a.entity(PERSON, "Mona al-Nubi", "", &["Mona al-Nubi", "who", "She"]);
        a.entity(PLACE, "Abu Simbel", "", &["Abu Simbel"]);
        a.role(minister, "Egyptian Foreign Minister");
    });
}

#[test]
fn turkey_mayor() {
    check("turkey-mayor", |a| {
        a.entity(
            PERSON,
            "Gülşen Çelikoğlu",
            "",
            &["Gülşen Çelikoğlu", "Celikoglu", "Çelikoğlu", "she", "?her", "?mayor"],
        );
        a.entity(PLACE, "İzmir", "TR", &["İzmir", "Izmir"]);
        a.entity(PLACE, "Turkey", "TR", &["Ankara"]);
        a.entity(PLACE, "Ankara", "TR", &["Ankara"]);
        a.entity(BODY, "European Union", "", &["European Union", "EU", "Brussels", "bloc"]);
        a.entity(PLACE, "Brussels", "BE", &["Brussels"]);
        a.entity(PERSON, "Pieter van der Meulen", "", &["Pieter van der Meulen", "Van der Meulen"]);
        a.entity(PERSON, "Tarık Yıldırım", "", &["Tarık Yıldırım", "Yildirim"]);
        a.entity(PERSON, "Ömer Faruk Tekin", "", &["Ömer Faruk Tekin", "minister"]);
        a.entity(BODY, "Republican Labour Party", "", &["Republican Labour Party", "CEP", "?party"]);
        a.entity(PERSON, "Hasan Basri Aydın", "", &["Hasan Basri Aydın", "Aydın", "his"]);
        a.entity(PLACE, "Aydın", "TR", &["Aydın"]);
    });
}

#[test]
fn ukraine_odesa() {
    check("ukraine-odesa", |a| {
        a.entity(PLACE, "Odesa", "UA", &["Odesa"]);
        a.entity(PERSON, "Oleksandr Hrytsenko", "", &["Oleksandr Hrytsenko", "Hrytsenko", "He"]);
        a.entity(PLACE, "Ukraine", "UA", &["Kyiv"]);
        a.entity(PLACE, "Kiev", "UA", &["KYIV", "Kyiv", "Kiev"]);
        a.entity(PLACE, "Russia", "RU", &["Russia", "Moscow", "Kremlin"]);
        a.entity(PLACE, "Moscow", "RU", &["Moscow"]);
        a.entity(PERSON, "Yelena Sorokina", "", &["Yelena Sorokina", "Sorokina"]);
        a.entity(PERSON, "Halyna Bondarenko", "", &["Halyna Bondarenko", "Bondarenko", "she"]);
        a.entity(PLACE, "United States", "US", &["White House", "Pentagon"]);
        a.entity(PLACE, "White House", "US", &["White House"]);
        a.entity(PLACE, "United Kingdom", "GB", &["London"]);
        a.entity(PLACE, "Paris", "FR", &["Paris"]);
        a.entity(PERSON, "Andriy Shevchuk", "", &["Andriy Shevchuk", "Shevchuk", "he", "his"]);
        a.entity(PERSON, "Hélène Carpentier", "", &["Hélène Carpentier", "Carpentier"]);
        a.entity(PLACE, "Black Sea", "", &["Black Sea"]);
    });
}

#[test]
fn korea_hotline() {
    check("korea-hotline", |a| {
        a.entity(PLACE, "South Korea", "KR", &["South Korea", "Seoul", "?South"]);
        a.entity(PLACE, "Seoul", "KR", &["SEOUL", "Seoul"]);
        a.entity(PLACE, "North Korea", "KP", &["North Korea", "Pyongyang", "?North"]);
        a.entity(PERSON, "Park Seo-yeon", "", &["Park Seo-yeon", "Park", "She"]);
        a.entity(PERSON, "Kim Yong Sik", "", &["Kim Yong Sik", "Kim"]);
        a.entity(PERSON, "Kim Dae-hyun", "", &["Kim Dae-hyun", "defense minister"]);
        a.entity(PERSON, "Haruto Kaneshiro", "JP", &["Haruto Kaneshiro", "Kaneshiro", "who"]);
        a.entity(PERSON, "Choi Min-ji", "", &["Choi Min-ji", "Choi"]);
        a.entity(BODY, "Korean Central News Agency", "", &["Korean Central News Agency", "KCNA"]);
        a.entity(PLACE, "Japan", "JP", &["Japan", "Tokyo"]);
        a.entity(PLACE, "Tokyo", "JP", &["Tokyo"]);
    });
}

#[test]
fn indonesia_eruption() {
    check("indonesia-eruption", |a| {
        a.entity(PERSON, "Suharyadi", "", &["Suharyadi"]);
        a.entity(PERSON, "Dewi Lestari Wulandari", "", &["Dewi Lestari Wulandari", "Dewi"]);
        a.entity(PERSON, "Hendro Siswanto", "", &["Hendro Siswanto", "Hendro"]);
        a.entity(PERSON, "Bagus Prakoso", "", &["Bagus Prakoso", "President"]);
        a.entity(PERSON, "Yohana Mandagi", "", &["Yohana Mandagi", "Yohana"]);
        a.entity(PERSON, "I Made Sudarsana", "", &["I Made Sudarsana", "Made"]);
        let agency = "National Disaster Mitigation Agency";
        a.entity(BODY, agency, "", &[agency, "BNPB", "agency"]);
        a.entity(PLACE, "Australia", "AU", &["Canberra"]);
        a.entity(PLACE, "Canberra", "AU", &["Canberra"]);
        a.entity(PLACE, "Mount Raung Jati", "", &["?Mt. Raung Jati", "Mount Raung Jati"]);
        a.entity(PLACE, "Jember", "ID", &["Jember"]);
    });
}

#[test]
fn australia_strike() {
    check("australia-strike", |a| {
        a.entity(PLACE, "Australia", "AU", &["Canberra"]);
        a.entity(PLACE, "Canberra", "AU", &["Canberra"]);
        a.entity(BODY, "Maritime Workers Union", "", &["Maritime Workers Union", "MWU", "union"]);
        a.entity(BODY, "Fair Work Commission", "", &["Fair Work Commission"]);
        a.entity(PERSON, "Bronwyn Tully", "", &["Bronwyn Tully", "Tully", "she"]);
        a.entity(PERSON, "Craig O’Dowd", "", &["Craig O’Dowd", "O’Dowd", "himself", "?minister"]);
        a.entity(PERSON, "Declan O’Dowd", "", &["Declan O’Dowd"]);
        a.entity(PERSON, "Lindy Marr", "", &["Lindy Marr"]);
        a.entity(BODY, "Harbour Logistics", "", &["Harbour Logistics"]);
        a.entity(PERSON, "Hugh McAllister Jr.", "", &["Hugh McAllister Jr.", "McAllister"]);
        a.entity(PERSON, "Hugh McAllister Sr", "", &["Hugh McAllister Sr"]);
        let farmers = "Western Australian Farmers Federation";
        a.entity(BODY, farmers, "AU", &[farmers, "federation"]);
        a.entity(PLACE, "Perth", "AU", &["Perth"]);
        a.entity(PLACE, "Newcastle", "AU", &["Newcastle"]);
    });
}

#[test]
fn uk_library() {
    check("uk-library", |a| {
        a.entity(PLACE, "United Kingdom", "GB", &["No 10", "Downing Street", "Westminster", "Whitehall"]);
        a.entity(BODY, "Bristol City Council", "", &["Bristol City Council", "council"]);
        a.entity(PLACE, "Bristol", "GB", &["Bristol"]);
        a.entity(PERSON, "Priya Nair-Thomas", "", &["Priya Nair-Thomas", "Nair-Thomas", "she", "She"]);
        a.entity(PERSON, "Alan Pemberton-Hughes", "", &["Alan Pemberton-Hughes", "Alan", "him"]);
        a.entity(PERSON, "Ruth Oyelaran", "", &["Ruth Oyelaran"]);
        a.entity(PERSON, "Tobias Finch", "", &["Tobias Finch", "Finch", "who", "whose", "he", "his"]);
        a.entity(PERSON, "Ashcombe", "", &["Ashcombe", "who"]);
        a.entity(BODY, "Library Trust", "", &["Library Trust", "trust"]);
        a.entity(PLACE, "Newcastle", "GB", &["Newcastle"]);
        a.entity(PLACE, "Bath", "GB", &["Bath"]);
        a.entity(PLACE, "Westminster", "GB", &["Westminster"]);
    });
}

#[test]
fn us_county() {
    check("us-county", |a| {
        a.entity(PERSON, "Wade Tillman", "", &["Wade Tillman", "Tillman", "sheriff", "?his"]);
        a.entity(PERSON, "Tom Delgado", "", &["Tom", "Tom Delgado", "Delgado"]);
        a.entity(PERSON, "Rita Delgado", "", &["Rita Delgado", "Delgado"]);
        a.entity(PERSON, "Marcus Hale", "", &["Marcus Hale", "His"]);
        a.entity(PERSON, "Marcus Hale Sr.", "", &["Marcus Hale Sr.", "Hale Sr."]);
        a.entity(PERSON, "Dana Whitfield III", "", &["Dana Whitfield III", "Whitfield", "?he"]);
        a.entity(PERSON, "Jo Ann Prewitt", "", &["Jo Ann Prewitt", "Prewitt", "she"]);
        a.entity(PERSON, "Ellen Stroud", "", &["Ellen Stroud", "Stroud"]);
        a.entity(PLACE, "Cedar County", "", &["Cedar County"]);
        a.entity(PLACE, "Paris", "US", &["Paris"]);
        a.entity(BODY, "Paris Junior High", "", &["Paris Junior High"]);
    });
}

#[test]
fn myanmar_addis() {
    check("myanmar-addis", |a| {
        a.entity(PERSON, "Khin Mar Win", "", &["Khin Mar Win", "who", "She", "?she", "?her", "?Her"]);
        a.entity(PERSON, "Zaw Min Htet", "", &["Zaw Min Htet"]);
        a.entity(PERSON, "Abebe Tadesse", "", &["Abebe Tadesse", "Abebe", "He"]);
        a.entity(PERSON, "Tigist Hailu", "", &["Tigist Hailu", "Tigist"]);
        let founder = "Jóhanna Sigurjónsdóttir";
        a.entity(PERSON, founder, "", &[founder, "Jóhanna", "who", "?she"]);
        let network = "Assistance Network for Prisoners";
        a.entity(BODY, network, "", &[network, "ANP"]);
        a.entity(PLACE, "Myanmar", "MM", &["Myanmar", "Naypyitaw"]);
        a.entity(PLACE, "Ethiopia", "ET", &["Ethiopia", "Addis Ababa"]);
        a.entity(PLACE, "Addis Ababa", "ET", &["ADDIS ABABA", "Addis Ababa", "?Addis"]);
    });
}

#[test]
fn wire_caps() {
    check("wire-caps", |a| {
        a.entity(PLACE, "KAMPALA", "UG", &["KAMPALA"]);
        a.entity(PLACE, "UGANDA", "UG", &["UGANDA"]);
        a.entity(PLACE, "LAKE ALBERT", "", &["LAKE ALBERT"]);
        a.entity(PLACE, "DEMOCRATIC REPUBLIC OF CONGO", "CD", &["DEMOCRATIC REPUBLIC OF CONGO"]);
        a.entity(BODY, "UGANDA RED CROSS", "UG", &["UGANDA RED CROSS", "RED CROSS"]);
        a.entity(BODY, "UNITED NATIONS", "", &["UNITED NATIONS"]);
        a.entity(PERSON, "IRENE NAKATO", "", &["IRENE NAKATO", "NAKATO"]);
        a.entity(PERSON, "JULIUS OKOT", "", &["JULIUS OKOT", "OKOT", "HE"]);
        a.entity(PERSON, "SAMUEL KATENDE", "", &["SAMUEL KATENDE"]);
    });
}

#[test]
fn post_lower() {
    check("post-lower", |a| {
        a.entity(PERSON, "Tunde Bakare-Cole", "", &["Tunde Bakare-Cole", "bakare-cole", "he"]);
        a.entity(PLACE, "lagos", "NG", &["lagos"]);
        a.entity(PLACE, "nigeria", "NG", &["nigeria"]);
        a.entity(BODY, "amnesty international", "", &["amnesty international"]);
        a.entity(BODY, "african union", "", &["african union"]);
        a.entity(BODY, "united nations", "", &["united nations"]);
    });
}

impl Read {
    /// One entity of this kind is called `name`, is of `country`, and stands in exactly these words; those behind a
    /// `?` may also be missing.
    pub(crate) fn entity(&self, kind: &str, name: &str, country: &str, words: &[&str]) {
        let called: Vec<_> = self
            .wire
            .entities
            .iter()
            .filter(|e| e.name == name && format!("{:?}", e.kind).eq_ignore_ascii_case(kind))
            .collect();
        let [entity] = called[..] else {
            let alike = self.wire.entities.iter().filter(|e| e.name.split(' ').any(|word| name.contains(word)));
            let alike: Vec<_> = alike.map(|e| (e.kind, &e.name)).collect();
            self.hold(false, || format!("one {kind} {name}: {} found, beside {alike:?}", called.len()));
            return;
        };
        let of = entity.country.as_deref().unwrap_or_default();
        self.hold(country.is_empty() || of == country, || format!("{name} is of {country:?}, not {of:?}"));
        let mentions = self.wire.mentions.iter().filter(|m| m.entity.as_ref() == Some(&entity.id));
        let mut found: Vec<String> = mentions.map(|m| self.words(m.start, m.end)).collect();
        found.sort();
        found.dedup();
        let missing: Vec<_> = words.iter().filter(|w| !w.starts_with('?') && !found.iter().any(|f| f == *w)).collect();
        let also: Vec<_> = found.iter().filter(|f| !words.iter().any(|w| w.trim_start_matches('?') == *f)).collect();
        self.hold(missing.is_empty() && also.is_empty(), || format!("{name}: {missing:?} missing, {also:?} too many"));
    }

    /// The place lies within half a degree of there.
    pub(crate) fn lies_at(&self, name: &str, lat: f64, lon: f64) {
        let found = self.wire.entities.iter().find(|e| e.name == name).and_then(|e| Some((e.lat?, e.lon?)));
        let near = found.is_some_and(|found| (found.0 - lat).abs() < 0.5 && (found.1 - lon).abs() < 0.5);
        self.hold(near, || format!("{name} lies at {lat}, {lon}, not {found:?}"));
    }

    /// The text gives this role to whoever is called `name`.
    pub(crate) fn role(&self, name: &str, role: &str) {
        let found = self.wire.entities.iter().find(|e| e.name == name).and_then(|e| e.role.as_deref());
        self.hold(found == Some(role), || format!("{name} is {role:?}, not {found:?}"));
    }
}
