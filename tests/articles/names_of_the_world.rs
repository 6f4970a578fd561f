//! More articles in the manner of newspapers of many countries, asked as in `entities.rs`: names with al- and bin, two
//! surnames, the family name first, clubs called like cities, people known as somebody else's.

use crate::reading::check;

const PERSON: &str = "person";
const BODY: &str = "organization";
const PLACE: &str = "place";

#[test]
fn sudan_front() {
    check("sudan-front", |a| {
        let general = "Yasir al-Tayeb Idris";
        a.entity(PERSON, general, "", &[general, "al-Tayeb", "Al-Tayeb", "Idris", "who", "his"]);
        a.entity(PERSON, "Hamdan Abu Jaber", "", &["Hamdan Abu Jaber", "Abu Jaber", "He"]);
        let commander = "Musa Abdelkarim Dagalo-Nur";
        a.entity(PERSON, commander, "", &[commander, "His", "?commander"]);
        a.entity(PERSON, "Abdallah Abdelkarim", "", &["Abdallah Abdelkarim"]);
        a.entity(PERSON, "Ikhlas Osman", "", &["Ikhlas Osman"]);
        a.entity(PERSON, "Mustafa Tirik", "", &["Mustafa Tirik"]);
        a.entity(PERSON, "Salwa al-Amin", "", &["Salwa al-Amin", "al-Amin", "who"]);
        a.entity(PERSON, "Lars Holmqvist", "", &["Lars Holmqvist"]);
        a.entity(BODY, "Desert Shield Forces", "", &["Desert Shield Forces", "DSF", "?Its"]);
        a.entity(BODY, "World Food Programme", "", &["World Food Programme", "WFP", "?agency"]);
        a.entity(BODY, "Atibba", "", &["Atibba"]);
        a.entity(BODY, "Journalists' Syndicate", "", &["Journalists' Syndicate"]);
        a.entity(PLACE, "Umm Haraz", "", &["Umm Haraz"]);
        a.entity(PLACE, "El Obeid", "SD", &["El Obeid", "El-Obeid"]);
        a.entity(PLACE, "Khartoum", "SD", &["Khartoum"]);
        a.entity(PLACE, "Port Sudan", "SD", &["Port Sudan", "PORT SUDAN"]);
        a.entity(PLACE, "United Arab Emirates", "AE", &["Abu Dhabi"]);
        a.entity(PLACE, "Egypt", "EG", &["Cairo"]);
        a.entity(PLACE, "Cairo", "EG", &["Cairo"]);
        a.entity(PLACE, "Saudi Arabia", "SA", &["Riyadh"]);
        a.entity(PLACE, "United States", "US", &["Washington"]);
        a.entity(PLACE, "N'Djamena", "TD", &["N'Djamena"]);
        a.entity(PLACE, "Chad", "TD", &["Chad"]);
        a.entity(PLACE, "Bara", "", &["Bara"]);
        a.role(general, "Maj. Gen.");
    });
}

#[test]
fn india_district() {
    check("india-district", |a| {
        a.entity(PERSON, "Anamika Bhadoria", "", &["Anamika Bhadoria", "?SP"]);
        a.entity(PERSON, "Ramswaroop Dangi", "", &["Ramswaroop Dangi", "Pappu", "Dangi", "?his", "?himself"]);
        a.entity(PERSON, "Vinod Dangi", "", &["Vinod Dangi", "Vinod"]);
        a.entity(PERSON, "Mangilal Dangi", "", &["Mangilal Dangi"]);
        a.entity(PERSON, "Irfan Mansuri", "", &["Irfan Mansuri"]);
        a.entity(PERSON, "Kailash Soni", "", &["Kailash Soni"]);
        a.entity(PERSON, "Harsh Vardhan Tomar", "", &["Harsh Vardhan Tomar", "Tomar", "Collector"]);
        a.entity(PERSON, "Pooja Lakra", "", &["Pooja Lakra"]);
        a.entity(PERSON, "Geeta Bai", "", &["Geeta Bai", "her"]);
        a.entity(PERSON, "Kamal Singh", "", &["Kamal Singh", "Singh", "his", "he", "who"]);
        a.entity(PERSON, "Sajjan Verma", "", &["Sajjan Verma"]);
        a.entity(PERSON, "Bapu Singh Tanwar", "", &["Bapu Singh Tanwar", "Tanwar", "who"]);
        a.entity(PERSON, "S.K. Gupta", "", &["S.K. Gupta"]);
        a.entity(PERSON, "Nidhi Jain", "", &["Nidhi Jain"]);
        a.entity(BODY, "Krishi Vigyan Kendra", "", &["Krishi Vigyan Kendra", "KVK"]);
        let university = "Jawaharlal Nehru Krishi Vishwa Vidyalaya";
        a.entity(BODY, university, "", &[university, "JNKVV"]);
        a.entity(BODY, "Hadoti Agro Pvt. Ltd.", "", &["Hadoti Agro Pvt. Ltd.", "Hadoti Agro"]);
        a.entity(BODY, "Congress", "", &["Congress"]);
        a.entity(PLACE, "Kota", "IN", &["Kota"]);
        a.entity(PLACE, "Jabalpur", "IN", &["Jabalpur"]);
        a.entity(PLACE, "Bhopal", "IN", &["Bhopal"]);
        a.entity(PLACE, "Rajgarh", "", &["Rajgarh"]);
    });
}

#[test]
fn nigeria_primaries() {
    check("nigeria-primaries", |a| {
        a.entity(PERSON, "Moses Ogbeh", "", &["Moses Ogbeh", "Ogbeh", "?his", "?ex-governor"]);
        a.entity(PERSON, "Sule Lawal", "", &["Sule Lawal", "Lawal", "his", "?minister"]);
        a.entity(PERSON, "Akange Tyav", "", &["Akange Tyav", "Tyav", "he", "He"]);
        a.entity(PERSON, "Comfort Idoko", "", &["Comfort Idoko", "Idoko", "She", "her", "who"]);
        a.entity(PERSON, "Terna Gbor", "", &["Terna Gbor"]);
        a.entity(PERSON, "Bashir Kaita", "", &["Bashir Kaita", "Kaita", "?himself"]);
        a.entity(PERSON, "Tivlumun Nyitse", "", &["Tivlumun Nyitse"]);
        a.entity(PERSON, "Wale Abass", "", &["Wale Abass", "Abass", "his", "who"]);
        a.entity(PERSON, "Member Anyebe", "", &["Member Anyebe", "Anyebe", "She"]);
        a.entity(PERSON, "Gbemi Ashafa", "", &["Gbemi Ashafa", "?lawmaker"]);
        a.entity(BODY, "Allied Peoples League", "", &["Allied Peoples League", "APL", "?party"]);
        a.entity(BODY, "National Working Committee", "", &["National Working Committee", "NWC"]);
        a.entity(BODY, "Benue State University", "", &["Benue State University"]);
        a.entity(PLACE, "Makurdi", "NG", &["Makurdi"]);
        a.entity(PLACE, "Nigeria", "NG", &["Abuja", "Aso Rock"]);
        a.entity(PLACE, "Abuja", "NG", &["Abuja"]);
        a.entity(PLACE, "Lafia", "NG", &["Lafia"]);
    });
}

#[test]
fn philippines_typhoon() {
    check("philippines-typhoon", |a| {
        a.entity("event", "Typhoon Isang", "", &["Typhoon Isang", "Isang"]);
        a.entity(PERSON, "Leon Quiambao", "", &["Leon Quiambao", "Quiambao"]);
        a.entity(PERSON, "Ana Clauren-Reyes", "", &["Ana Clauren-Reyes"]);
        let governor = "Manny \"Boyet\" Pattaguan";
        a.entity(PERSON, governor, "", &[governor, "Pattaguan", "who", "?him", "?he", "?His", "?governor"]);
        a.entity(PERSON, "Cecille Ting-Que", "", &["Cecille Ting-Que", "Ting-Que", "?her"]);
        a.entity(PERSON, "Rafael Lorenzana", "", &["Rafael Lorenzana", "President"]);
        a.entity(PERSON, "Imee Bacolod", "", &["Imee Bacolod"]);
        a.entity(PERSON, "Kiko Aldaba", "", &["Kiko Aldaba", "Aldaba", "he", "senator"]);
        a.entity(PERSON, "Inno Dy-Uy", "", &["Inno Dy-Uy"]);
        a.entity(PERSON, "Rodel Agcaoili", "", &["Rodel Agcaoili", "His"]);
        a.entity(PERSON, "Merly", "", &["Merly", "?she"]);
        a.entity(BODY, "Office of Civil Defense", "", &["Office of Civil Defense", "OCD"]);
        let welfare = "Department of Social Welfare and Development";
        a.entity(BODY, welfare, "", &[welfare, "DSWD"]);
        let jica = "Japan International Cooperation Agency";
        a.entity(BODY, jica, "JP", &[jica, "Jica"]);
        a.entity(BODY, "SN Isabela Hydro", "", &["SN Isabela Hydro"]);
        a.entity(PLACE, "Philippines", "PH", &["Malacañang"]);
        a.entity(PLACE, "Manila", "PH", &["Manila"]);
        a.entity(PLACE, "Aparri", "", &["Aparri"]);
        a.entity(PLACE, "Cagayan Valley", "", &["Cagayan Valley", "?Cagayan"]);
        a.entity(PLACE, "Japan", "JP", &["Tokyo"]);
        a.entity(PLACE, "Australia", "AU", &["Canberra"]);
        a.entity(PLACE, "Samar", "PH", &["Samar"]);
    });
}

#[test]
fn uk_rovers() {
    check("uk-rovers", |a| {
        a.entity(BODY, "Derwent Rovers", "", &["Derwent Rovers", "Rovers", "?club"]);
        let trust = "Derwent Rovers Supporters' Trust";
        a.entity(BODY, trust, "", &[trust, "trust"]);
        let council = "Calderbridge Borough Council";
        a.entity(BODY, council, "", &[council, "council", "?Council"]);
        a.entity(BODY, "Leeds", "", &["Leeds", "?who"]);
        a.entity(BODY, "Lancaster", "", &["Lancaster", "?City"]);
        a.entity(BODY, "Carlisle", "", &["Carlisle"]);
        a.entity(BODY, "Football Association", "", &["Football Association", "FA"]);
        a.entity(BODY, "Threlfall Estates", "", &["Threlfall Estates"]);
        a.entity(PERSON, "Iqbal Hussain", "", &["Iqbal Hussain", "Hussain"]);
        a.entity(PERSON, "Jean Ackroyd-Shaw", "", &["Jean Ackroyd-Shaw", "Ackroyd-Shaw", "who"]);
        a.entity(PERSON, "Kath Birtwistle", "", &["Kath Birtwistle", "Birtwistle"]);
        a.entity(PERSON, "Danny Oyelowo", "", &["Danny Oyelowo", "Oyelowo", "his", "who", "him"]);
        a.entity(PERSON, "Phil Garnett", "", &["Phil Garnett", "Garnett"]);
        a.entity(PERSON, "Ty Mensah", "", &["Ty Mensah"]);
        a.entity(PERSON, "Gordon Threlfall", "", &["Gordon Threlfall", "Gordon", "His"]);
        a.entity(PERSON, "Threlfall", "", &["Threlfall"]);
        a.entity(PERSON, "Rosie Naughton", "", &["Rosie Naughton"]);
        a.entity(PERSON, "Anil Deshpande", "", &["Anil Deshpande"]);
        a.entity(PLACE, "United Kingdom", "GB", &["Whitehall", "Westminster"]);
        a.entity(PLACE, "Westminster", "GB", &["Westminster"]);
    });
}

#[test]
fn colombia_bribes() {
    check("colombia-bribes", |a| {
        let governor = "Luis Fernando Uribe Tascón";
        a.entity(PERSON, governor, "", &[governor, "Uribe Tascón", "Uribe", "His", "him", "?governor"]);
        let judge = "María del Pilar Echeverri Gómez";
        a.entity(PERSON, judge, "", &[judge]);
        a.entity(PERSON, "Marcelo Pires de Almeida", "", &["Marcelo Pires de Almeida", "Pires", "who", "he"]);
        a.entity(PERSON, "Jaime Restrepo Lleras", "", &["Jaime Restrepo Lleras", "Restrepo", "he"]);
        a.entity(PERSON, "Consuelo Mejía Ortiz", "", &["Consuelo Mejía Ortiz", "Mejía", "who", "her", "She"]);
        a.entity(PERSON, "Gloria Tascón de Vélez", "", &["Gloria Tascón de Vélez", "Tascón de Vélez", "?her"]);
        a.entity(PERSON, "Óscar Iván Zuluaga Peña", "", &["Óscar Iván Zuluaga Peña", "Zuluaga Peña"]);
        a.entity(PERSON, "Daniel Ospina", "", &["Daniel Ospina", "Ospina", "his", "he"]);
        a.entity(PERSON, "Wilmer Santamaría", "", &["Wilmer Santamaría", "Santamaría"]);
        a.entity(PERSON, "Valentina Uribe", "", &["Valentina Uribe", "she"]);
        a.entity(BODY, "Construtora Vale Verde", "", &["Construtora Vale Verde", "Vale Verde"]);
        a.entity(PLACE, "Colombia", "CO", &["Colombia", "Bogotá"]);
        a.entity(PLACE, "Bogotá", "CO", &["BOGOTÁ", "Bogotá"]);
        a.entity(PLACE, "Brazil", "BR", &["Brasilia"]);
        a.entity(PLACE, "Panama", "PA", &["Panama", "Panama City"]);
        a.entity(PLACE, "Panama City", "PA", &["Panama City"]);
        a.entity(PLACE, "Venezuela", "VE", &["Caracas"]);
        a.entity(PLACE, "Santa Marta", "CO", &["Santa Marta"]);
        a.entity(PLACE, "Medellín", "CO", &["Medellín"]);
        a.role("Consuelo Mejía Ortiz", "Attorney General");
    });
}

#[test]
fn gulf_summit() {
    check("gulf-summit", |a| {
        let emir = "Khalifa bin Jassim Al-Murri";
        a.entity(PERSON, emir, "", &[emir]);
        let envoy = "Nawaf bin Saud Al-Humaidi";
        a.entity(PERSON, envoy, "", &[envoy, "Al-Humaidi", "who", "?minister"]);
        let minister = "Noora bint Abdulaziz Al-Attiyah";
        a.entity(PERSON, minister, "", &[minister, "Noora", "she"]);
        let secretary = "Jasem Al-Budaiwi Al-Saleh";
        a.entity(PERSON, secretary, "", &[secretary, "His"]);
        a.entity(PERSON, "Salim bin Hamad al-Maskari", "", &["Salim bin Hamad al-Maskari"]);
        a.entity(PERSON, "Zainab Abd al-Hussein al-Khafaji", "", &["Zainab Abd al-Hussein al-Khafaji"]);
        a.entity(PERSON, "Mohammed bin Rashid bin Ali", "", &["Mohammed bin Rashid bin Ali", "Bin Ali", "who"]);
        a.entity(PERSON, "Issa Al-Kuwari", "", &["Issa Al-Kuwari", "Al-Kuwari"]);
        a.entity(PERSON, "Turki bin Fahd", "", &["Turki bin Fahd", "who"]);
        a.entity(BODY, "Gulf Cooperation Council", "", &["Gulf Cooperation Council", "GCC"]);
        a.entity(BODY, "Qatar News Agency", "QA", &["Qatar News Agency", "QNA"]);
        let water = "Qatar General Electricity and Water Corporation";
        a.entity(BODY, water, "QA", &[water, "Kahramaa"]);
        a.entity(BODY, "Sultan Qaboos University", "", &["Sultan Qaboos University"]);
        a.entity(PLACE, "Qatar", "QA", &["Doha"]);
        a.entity(PLACE, "Doha", "QA", &["DOHA", "Doha"]);
        a.entity(PLACE, "Oman", "OM", &["Oman", "Muscat"]);
        a.entity(PLACE, "Bahrain", "BH", &["Manama"]);
        a.entity(PLACE, "United Arab Emirates", "AE", &["Abu Dhabi"]);
        a.entity(PLACE, "Abu Dhabi", "AE", &["Abu Dhabi"]);
        a.entity(PLACE, "Iran", "IR", &["Tehran"]);
        a.entity(PLACE, "Iraq", "IQ", &["Baghdad"]);
        a.entity(PLACE, "Riyadh", "SA", &["Riyadh"]);
        a.entity(PLACE, "Jubail", "", &["Jubail"]);
    });
}

#[test]
fn asia_summit() {
    check("asia-summit", |a| {
        let thang = "Nguyen Duc Thang";
        a.entity(PERSON, thang, "", &[thang, "Thang", "his"]);
        a.entity(PERSON, "Okabe Shinichiro", "JP", &["Okabe Shinichiro", "Okabe", "His", "his"]);
        a.entity(PERSON, "Okabe Mariko", "", &["Okabe Mariko"]);
        a.entity(PERSON, "Ho Chi Minh", "", &["Ho Chi Minh"]);
        a.entity(PERSON, "Araki Yoko", "", &["Araki Yoko", "she"]);
        a.entity(PERSON, "Li Yuting", "", &["Li Yuting", "Li"]);
        a.entity(PERSON, "Kuroda Ken", "", &["Kuroda Ken"]);
        a.entity(PERSON, "Lee Jae-won", "", &["Lee Jae-won", "Lee", "he", "?his"]);
        a.entity(PERSON, "Lee Min-seo", "", &["Lee Min-seo", "Lee", "who"]);
        a.entity(PERSON, "Wu Pei-shan", "", &["Wu Pei-shan", "Wu"]);
        a.entity(PERSON, "Nguyen Thi Lan Anh", "", &["Nguyen Thi Lan Anh", "Lan Anh"]);
        a.entity(PERSON, "Nguyen Chi Hieu", "", &["Nguyen Chi Hieu", "Hieu", "His"]);
        a.entity(PERSON, "Do Van Quyet", "", &["Do Van Quyet", "he", "his"]);
        a.entity(PERSON, "Carol Whitcombe", "", &["Carol Whitcombe", "Whitcombe"]);
        a.entity(BODY, "Kumamoto Devices", "", &["Kumamoto Devices", "?Kumamoto"]);
        a.entity(PLACE, "Kumamoto", "JP", &["Kumamoto"]);
        a.entity(BODY, "Viet Silicon", "", &["Viet Silicon"]);
        a.entity(BODY, "Hansung Electronics", "", &["Hansung Electronics"]);
        a.entity(PLACE, "Vietnam", "VN", &["Vietnam", "Hanoi"]);
        a.entity(PLACE, "Hanoi", "VN", &["HANOI", "Hanoi"]);
        a.entity(PLACE, "Japan", "JP", &["Japan", "Tokyo"]);
        a.entity(PLACE, "China", "CN", &["China", "Beijing"]);
        a.entity(PLACE, "Beijing", "CN", &["Beijing"]);
        a.entity(PLACE, "Ho Chi Minh City", "VN", &["Ho Chi Minh City"]);
        a.entity(PLACE, "Taiwan", "TW", &["Taipei"]);
        a.entity(PLACE, "United States", "US", &["Washington"]);
    });
}

#[test]
fn us_forum() {
    check("us-forum", |a| {
        a.entity(PERSON, "dan kowalczyk", "", &["dan kowalczyk"]);
        a.entity(PERSON, "Petrosky", "", &["Petrosky", "she"]);
        a.entity(PERSON, "maria delgado-hughes", "", &["maria delgado-hughes", "she"]);
        a.entity(PERSON, "Tom Brandt", "", &["Tom Brandt", "Tom", "He", "who"]);
        a.entity(PERSON, "Jim Oakley", "", &["Jim Oakley", "Jim"]);
        a.entity(PERSON, "Becky Lasher", "", &["Becky Lasher", "Becky"]);
        a.entity(PERSON, "Ed", "", &["Ed"]);
        a.entity(BODY, "Oakley Marine & Hardware, Inc.", "", &["Oakley Marine & Hardware, Inc."]);
        a.entity(BODY, "DPW", "", &["DPW"]);
        a.entity(BODY, "Post-Star", "", &["Post-Star"]);
        a.entity(PLACE, "lake george", "", &["lake george"]);
        a.entity(PLACE, "vermont", "US", &["vermont"]);
        a.entity(PLACE, "albany", "US", &["albany"]);
        a.entity(PLACE, "burlington", "", &["burlington"]);
        a.entity(PLACE, "new york", "US", &["new york"]);
        a.entity(PLACE, "Hudson Falls", "", &["Hudson Falls", "?Hudson"]);
        a.entity(PLACE, "Queensbury", "", &["Queensbury"]);
    });
}
