//! Articles as people paste them, with bylines, datelines, credits, leads of the page and posts, asked as in
//! `entities.rs`: bodies called by a coined word, hamlets that no list has, people of two surnames, capitals that act.

use crate::reading::check;

const PERSON: &str = "person";
const BODY: &str = "organization";
const PLACE: &str = "place";

#[test]
fn iraq_speaker() {
    check("iraq-speaker", |a| {
        a.entity(BODY, "Rafidain News Network", "", &["Rafidain News Network", "RNN"]);
        a.entity(PLACE, "Baghdad", "IQ", &["Baghdad"]);
        a.entity(BODY, "Council of Representatives", "", &["Council of Representatives"]);
        a.entity(PERSON, "Mahmoud al-Rayhani", "", &["Mahmoud al-Rayhani", "Al-Rayhani", "who", "he"]);
        a.entity(BODY, "Federal Supreme Court", "", &["Federal Supreme Court"]);
        a.entity(PERSON, "Saleem Mutar al-Ubaidan", "", &["Saleem Mutar al-Ubaidan", "His", "al-Ubaidan"]);
        a.entity(BODY, "Azm Alliance", "", &["Azm Alliance"]);
        a.entity(BODY, "Taqaddum", "", &["Taqaddum"]);
        a.entity(PERSON, "Muhsin al-Mandali", "", &["Muhsin al-Mandali"]);
        a.entity(PLACE, "Tehran", "IR", &["Tehran"]);
        a.entity(PLACE, "Washington", "US", &["Washington"]);
        a.entity(PERSON, "Adnan Jabbar Abdul Zahra", "", &["Adnan Jabbar Abdul Zahra", "he"]);
        a.entity(PLACE, "Erbil", "IQ", &["Erbil"]);
        a.entity(PERSON, "Rebwar Nechir Zangana", "", &["Rebwar Nechir Zangana"]);
        a.entity(PLACE, "Iraq", "IQ", &["Baghdad"]);
        a.entity(BODY, "Kurdistan Democratic Party", "IQ", &["Kurdistan Democratic Party", "KDP"]);
        a.entity(PLACE, "Dohuk", "IQ", &["Dohuk"]);
        a.entity(PERSON, "Karwan Mohammed Sindi", "IQ", &["Karwan Mohammed Sindi"]);
        a.entity(PLACE, "Diyala", "IQ", &["Diyala"]);
        a.entity(PERSON, "Lateef al-Ugaidi", "", &["Lateef al-Ugaidi", "his"]);
        a.entity(PERSON, "Hatem", "", &["Hatem"]);
        a.entity(PERSON, "Tahsin al-Zubaydi", "", &["Tahsin al-Zubaydi", "Al-Zubaydi"]);
        a.entity(BODY, "Joint Operations Command", "", &["Joint Operations Command"]);
        a.entity(BODY, "Daesh", "", &["Daesh"]);
        a.entity(BODY, "Popular Mobilization Forces", "IQ", &["Popular Mobilization Forces", "PMF"]);
        a.entity(PLACE, "Muqdadiya", "", &["Muqdadiya"]);
        a.entity(PLACE, "Amman", "JO", &["Amman"]);
        a.entity(PLACE, "Anbar", "IQ", &["Anbar"]);
        a.entity(PLACE, "Jordan", "JO", &["Amman"]);
        a.entity(BODY, "UN Assistance Mission for Iraq", "IQ", &["UN Assistance Mission for Iraq", "UNAMI"]);
        a.entity(BODY, "UN", "", &["UN"]);
        a.entity(PERSON, "Annelies Verhoeven-Vos", "", &["Annelies Verhoeven-Vos"]);
        a.entity(BODY, "Security Council", "", &["Security Council"]);
        a.entity(PLACE, "New York", "US", &["New York"]);
        // Not yet: a.entity(BODY, "Coordination Framework", "", &["Coordination Framework"]);
    });
}

#[test]
fn kenya_bursaries() {
    check("kenya-bursaries", |a| {
        a.entity(PERSON, "Kiragu Wang'ombe", "", &["Wang'ombe", "Kiragu Wang'ombe", "his"]);
        a.entity(PERSON, "Mercy Nderitu", "", &["Mercy Nderitu"]);
        a.entity(PERSON, "Vitalis K. Koech", "", &["Vitalis K. Koech"]);
        a.entity(PLACE, "Nyeri", "KE", &["Nyeri"]);
        a.entity(BODY, "Controller of Budget", "", &["Controller of Budget"]);
        a.entity(PERSON, "Githinji wa Munene", "", &["Githinji wa Munene", "Wa Munene"]);
        a.entity(BODY, "UDA", "KE", &["UDA"]);
        a.entity(PLACE, "Nairobi", "KE", &["Nairobi"]);
        a.entity(BODY, "Council of Governors", "", &["Council of Governors"]);
        a.entity(PERSON, "Lydia Wairimu", "", &["Lydia Wairimu"]);
        a.entity(PERSON, "Margaret Anyango-Otieno", "", &["Margaret Anyango-Otieno", "Anyango-Otieno"]);
        a.entity(PLACE, "Kenya", "KE", &["Nairobi"]);
        a.entity(BODY, "Daily Star", "", &["Daily Star"]);
        a.entity(BODY, "Ethics and Anti-Corruption Commission", "", &["Ethics and Anti-Corruption Commission", "EACC"]);
        a.entity(BODY, "Nyeri United", "KE", &["Nyeri United"]);
        a.entity(BODY, "Gor Mahia", "KE", &["Gor Mahia", "who"]);
        a.entity(BODY, "Football Kenya Federation", "KE", &["Football Kenya Federation", "FKF"]);
        a.entity(PERSON, "Nickson Odera", "", &["Nickson Odera"]);
        a.entity(PERSON, "Jane Wangui", "", &["Jane Wangui", "whose", "she"]);
        a.entity(BODY, "Kagumo High School", "", &["Kagumo High School"]);
        a.entity(PERSON, "Gitonga Kariuki-Mbae", "", &["Gitonga Kariuki-Mbae", "who"]);
        a.entity(PLACE, "Mathira", "", &["Mathira"]);
        a.entity(PLACE, "Othaya", "", &["Othaya"]);
        a.entity(PLACE, "London", "GB", &["London"]);
        // Not yet: a.entity(PLACE, "Tetu", "", &["Tetu"]);
    });
}

#[test]
fn norway_charity() {
    check("norway-charity", |a| {
        a.entity(PLACE, "Lesvos", "GR", &["Lesvos"]);
        a.entity(BODY, "Havnehjelp", "", &["Havnehjelp"]);
        a.entity(PERSON, "Ingrid Sætre Bakken", "", &["Ingrid Sætre Bakken", "Bakken"]);
        a.entity(BODY, "Facebook", "", &["Facebook"]);
        a.entity(BODY, "Lunde & Moe", "", &["Lunde & Moe"]);
        a.entity(PLACE, "Bergen", "NO", &["Bergen"]);
        a.entity(PERSON, "Tormod Lunde", "", &["Tormod Lunde"]);
        a.entity(PLACE, "Greece", "GR", &["Athens"]);
        a.entity(PERSON, "Dimitris Karavas", "", &["Dimitris Karavas"]);
        a.entity(BODY, "NRK", "NO", &["NRK"]);
        a.entity(PERSON, "Anniken Solheim", "", &["Anniken Solheim", "Solheim"]);
        a.entity(BODY, "Storting", "NO", &["Storting"]);
        a.entity(PERSON, "Silje Hjemdal Krog", "", &["Silje Hjemdal Krog", "she"]);
        a.entity(PLACE, "Oslo", "NO", &["Oslo"]);
        a.entity(PERSON, "Mohammed Al-Khatib", "", &["Mohammed Al-Khatib", "Al-Khatib", "who"]);
        a.entity(PLACE, "Tromsø", "NO", &["Tromsø"]);
        a.entity(PLACE, "Kara Tepe", "", &["Kara Tepe"]);
        a.entity(PLACE, "Syria", "SY", &["Syria"]);
        a.entity(PLACE, "Piraeus", "GR", &["Piraeus"]);
        a.entity(PERSON, "Kjell Inge Røkland", "", &["Kjell Inge Røkland"]);
        a.entity(BODY, "Oslo Stock Exchange", "NO", &["Oslo Stock Exchange"]);
        a.entity(BODY, "Norwegian Red Cross", "NO", &["Norwegian Red Cross"]);
        a.entity(PERSON, "Siri Aune", "", &["Siri Aune"]);
        a.entity(PERSON, "Henrik Jungen", "", &["Henrik Jungen"]);
        a.entity(BODY, "Nordavisen", "", &["Nordavisen"]);
        // Not yet: a.entity(BODY, "Akvator ASA", "", &["Akvator ASA", "Akvator"]);
        // Not yet: a.entity(BODY, "Kirkens Nødhjelp", "", &["Kirkens Nødhjelp"]);
    });
}

#[test]
fn peru_landslide() {
    check("peru-landslide", |a| {
        a.entity(BODY, "Andes Press", "", &["Andes Press"]);
        a.entity(PLACE, "Levanto Bajo", "", &["Levanto Bajo"]);
        a.entity(PLACE, "Bagua Grande", "", &["Bagua Grande"]);
        a.entity(PERSON, "Percy Zuta Culqui", "", &["Percy Zuta Culqui", "Zuta", "mayor"]);
        a.entity(BODY, "Radio Utcubamba", "", &["Radio Utcubamba"]);
        a.entity(BODY, "Provías Nacional", "", &["Provías Nacional"]);
        a.entity(PERSON, "Dora Villavicencio Paz", "", &["Dora Villavicencio Paz", "Villavicencio", "president"]);
        a.entity(PLACE, "Amazonas", "PE", &["Amazonas"]);
        a.entity(PERSON, "Walter Astete del Águila", "", &["Walter Astete del Águila"]);
        a.entity(PERSON, "Marleni Huamán", "", &["Marleni Huamán", "who"]);
        a.entity(PERSON, "Jhon", "", &["Jhon"]);
        a.entity(PERSON, "Brayan", "", &["Brayan"]);
        a.entity(BODY, "National Institute of Civil Defense", "", &["National Institute of Civil Defense", "Indeci"]);
        a.entity(PERSON, "Juan Carlos Arana", "", &["Juan Carlos Arana"]);
        a.entity(PERSON, "Rosa Elvira Mori", "", &["Rosa Elvira Mori", "who"]);
        a.entity(PLACE, "Jaén", "PE", &["Jaén"]);
        a.entity(PLACE, "Tarapoto", "", &["Tarapoto"]);
        a.entity(PERSON, "Hernán Zuta Vela", "", &["Hernán Zuta Vela", "congressman"]);
        a.entity(PERSON, "Eduardo Arroyo Ganoza", "", &["Eduardo Arroyo Ganoza", "Arroyo"]);
        a.entity(PLACE, "Ecuador", "EC", &["Quito", "Ecuador"]);
        a.entity(PLACE, "United States", "US", &["Washington"]);
        a.entity(BODY, "USAID", "US", &["USAID"]);
        a.entity(PERSON, "Nelly Tafur", "", &["Nelly Tafur"]);
        a.entity(BODY, "Telecabinas Kuélap", "", &["Telecabinas Kuélap"]);
        a.entity(PLACE, "Moyobamba", "", &["Moyobamba"]);
    });
}

#[test]
fn poland_mine() {
    check("poland-mine", |a| {
        a.entity(PLACE, "Zgorzelec", "", &["Zgorzelec"]);
        a.entity(PERSON, "Katarzyna Kłosińska", "", &["Katarzyna Kłosińska"]);
        a.entity(PLACE, "Görlitz", "", &["Görlitz"]);
        a.entity(BODY, "European Union", "", &["Brussels"]);
        a.entity(PERSON, "Wojciech Ilski-Baran", "", &["Wojciech Ilski-Baran", "who", "Ilski-Baran"]);
        a.entity(BODY, "Solidarity", "", &["Solidarity"]);
        a.entity(PLACE, "Poland", "PL", &["Warsaw", "Poland"]);
        a.entity(BODY, "Polska Grupa Energetyczna", "", &["Polska Grupa Energetyczna", "PGE"]);
        a.entity(PERSON, "Dariusz Marcinek", "", &["Dariusz Marcinek"]);
        a.entity(PLACE, "Warsaw", "PL", &["Warsaw"]);
        a.entity(PLACE, "Uhelná", "", &["Uhelná"]);
        a.entity(BODY, "Greenpeace", "", &["Greenpeace"]);
        a.entity(PLACE, "Prague", "CZ", &["Prague"]);
        a.entity(PERSON, "Anna Moskal", "", &["Anna Moskal", "Her", "Moskal"]);
        a.entity(PLACE, "Bogatynia", "", &["Bogatynia"]);
        a.entity(PERSON, "Paulina Hening", "", &["Paulina Hening", "Hening", "she"]);
        a.entity(PERSON, "Oliver Lenk-Uhlig", "", &["Oliver Lenk-Uhlig"]);
        a.entity(PERSON, "Martin Kretzer", "", &["Martin Kretzer"]);
        a.entity(PLACE, "Lower Silesia", "", &["Lower Silesia"]);
        a.entity(PERSON, "Jarosław Obremba", "", &["Jarosław Obremba"]);
        a.entity(PLACE, "Wałbrzych", "PL", &["Wałbrzych"]);
        // Not yet: a.entity(BODY, "PiS", "", &["PiS"]);
        // Not yet: a.entity(PLACE, "Lubań", "", &["Lubań"]);
    });
}

#[test]
fn vanuatu_cyclone() {
    check("vanuatu-cyclone", |a| {
        a.entity(PERSON, "Hilton Tarisong", "", &["Hilton Tarisong"]);
        a.entity(PLACE, "Port Vila", "VU", &["Port Vila"]);
        a.entity(BODY, "Moana Pacific News", "", &["Moana Pacific News"]);
        a.entity(BODY, "National Disaster Management Office", "", &["National Disaster Management Office", "NDMO"]);
        a.entity(PERSON, "Abel Nasara Bong", "", &["Abel Nasara Bong", "Nasara Bong"]);
        a.entity(PLACE, "Melsisi", "", &["Melsisi"]);
        a.entity(BODY, "RNZ Pacific", "", &["RNZ Pacific"]);
        a.entity(PERSON, "Leiwia Toa", "", &["Leiwia Toa"]);
        a.entity(PERSON, "Charley Kalsaku", "", &["Charley Kalsaku", "Kalsaku"]);
        a.entity(PERSON, "Matai Tarilongi", "", &["Matai Tarilongi"]);
        a.entity(PLACE, "New Caledonia", "NC", &["Noumea"]);
        a.entity(PLACE, "Australia", "AU", &["Canberra", "australia"]);
        a.entity(PLACE, "New Zealand", "NZ", &["Wellington"]);
        a.entity(PLACE, "China", "CN", &["Beijing"]);
        a.entity(BODY, "Royal New Zealand Air Force", "NZ", &["Royal New Zealand Air Force"]);
        a.entity(PLACE, "Whenuapai", "", &["Whenuapai"]);
        a.entity(PLACE, "France", "FR", &["Paris"]);
        a.entity(PLACE, "Noumea", "NC", &["Noumea"]);
        a.entity(PERSON, "Bob Lekelewa", "", &["Bob Lekelewa"]);
        a.entity(PLACE, "Fiji", "FJ", &["Fiji"]);
        a.entity(PERSON, "Sireli Vakaloloma", "", &["Sireli Vakaloloma"]);
        a.entity(BODY, "Pacific Islands Forum", "", &["Pacific Islands Forum", "Forum"]);
        a.entity(PLACE, "Suva", "FJ", &["Suva"]);
        a.entity(PERSON, "Henry Tuakeu Marsters", "", &["Henry Tuakeu Marsters", "Marsters"]);
        a.entity(PLACE, "Cook Islands", "", &["Cook Islands"]);
        a.entity(PLACE, "Luganville", "", &["Luganville"]);
        a.entity(BODY, "World Vision Vanuatu", "VU", &["World Vision Vanuatu"]);
        a.entity(BODY, "Wanblad", "", &["Wanblad"]);
        a.entity(PLACE, "Loltong", "", &["Loltong"]);
        a.entity(PERSON, "Nettie Tarimanu", "", &["Nettie Tarimanu", "she"]);
        a.entity(BODY, "Facebook", "", &["Facebook"]);
        a.entity(PERSON, "joe garae", "", &["joe garae", "him", "his"]);
        a.entity(PERSON, "Groover Yamamoto", "", &["Groover Yamamoto"]);
        // Not yet: a.entity(PLACE, "Pentecost", "", &["PENTECOST", "Pentecost"]);
    });
}
