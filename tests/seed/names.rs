//! What the seed's names are swapped for. Countries, capitals and seas are real, so that "Lima
//! said" can be known to be Peru; people, regions and towns are invented or little known.

/// Country, its capital, and what its people and ministries are called.
pub(crate) const COUNTRIES: [(&str, &str, &str); 76] = [
    ("Peru", "Lima", "Peruvian"),
    ("Ecuador", "Quito", "Ecuadorian"),
    ("Kenya", "Nairobi", "Kenyan"),
    ("Ethiopia", "Addis Ababa", "Ethiopian"),
    ("Sudan", "Khartoum", "Sudanese"),
    ("Egypt", "Cairo", "Egyptian"),
    ("India", "New Delhi", "Indian"),
    ("Pakistan", "Islamabad", "Pakistani"),
    ("Thailand", "Bangkok", "Thai"),
    ("Cambodia", "Phnom Penh", "Cambodian"),
    ("Serbia", "Belgrade", "Serbian"),
    ("Croatia", "Zagreb", "Croatian"),
    ("Greece", "Athens", "Greek"),
    ("Bulgaria", "Sofia", "Bulgarian"),
    ("Poland", "Warsaw", "Polish"),
    ("Ukraine", "Kyiv", "Ukrainian"),
    ("Moldova", "Chisinau", "Moldovan"),
    ("Kazakhstan", "Astana", "Kazakh"),
    ("Tajikistan", "Dushanbe", "Tajik"),
    ("Uzbekistan", "Tashkent", "Uzbek"),
    ("Mali", "Bamako", "Malian"),
    ("Niger", "Niamey", "Nigerien"),
    ("Nigeria", "Abuja", "Nigerian"),
    ("Rwanda", "Kigali", "Rwandan"),
    ("Uganda", "Kampala", "Ugandan"),
    ("Morocco", "Rabat", "Moroccan"),
    ("Algeria", "Algiers", "Algerian"),
    ("Libya", "Tripoli", "Libyan"),
    ("Syria", "Damascus", "Syrian"),
    ("Iraq", "Baghdad", "Iraqi"),
    ("Iran", "Tehran", "Iranian"),
    ("Japan", "Tokyo", "Japanese"),
    ("China", "Beijing", "Chinese"),
    ("Vietnam", "Hanoi", "Vietnamese"),
    ("Georgia", "Tbilisi", "Georgian"),
    ("France", "Paris", "French"),
    ("Sweden", "Stockholm", "Swedish"),
    ("South Korea", "Seoul", "South Korean"),
    ("Saudi Arabia", "Riyadh", "Saudi"),
    ("Sri Lanka", "Colombo", "Sri Lankan"),
    ("Jordan", "Amman", "Jordanian"),
    ("Chad", "N'Djamena", "Chadian"),
    ("Cuba", "Havana", "Cuban"),
    ("Haiti", "Port-au-Prince", "Haitian"),
    ("Kosovo", "Pristina", "Kosovar"),
    ("Myanmar", "Naypyidaw", "Burmese"),
    ("Israel", "Jerusalem", "Israeli"),
    ("Lebanon", "Beirut", "Lebanese"),
    ("Yemen", "Sanaa", "Yemeni"),
    ("Somalia", "Mogadishu", "Somali"),
    ("Afghanistan", "Kabul", "Afghan"),
    ("Kyrgyzstan", "Bishkek", "Kyrgyz"),
    ("Turkmenistan", "Ashgabat", "Turkmen"),
    ("Belarus", "Minsk", "Belarusian"),
    ("Hungary", "Budapest", "Hungarian"),
    ("Romania", "Bucharest", "Romanian"),
    ("Mexico", "Mexico City", "Mexican"),
    ("Brazil", "Brasilia", "Brazilian"),
    ("Colombia", "Bogota", "Colombian"),
    ("Bolivia", "La Paz", "Bolivian"),
    ("Chile", "Santiago", "Chilean"),
    ("Argentina", "Buenos Aires", "Argentine"),
    ("Nepal", "Kathmandu", "Nepali"),
    ("Bangladesh", "Dhaka", "Bangladeshi"),
    ("Indonesia", "Jakarta", "Indonesian"),
    ("Malaysia", "Kuala Lumpur", "Malaysian"),
    ("Mongolia", "Ulaanbaatar", "Mongolian"),
    ("Finland", "Helsinki", "Finnish"),
    ("Portugal", "Lisbon", "Portuguese"),
    ("Ireland", "Dublin", "Irish"),
    ("Senegal", "Dakar", "Senegalese"),
    ("Angola", "Luanda", "Angolan"),
    ("Mozambique", "Maputo", "Mozambican"),
    ("Cameroon", "Yaounde", "Cameroonian"),
    ("Eritrea", "Asmara", "Eritrean"),
    ("Qatar", "Doha", "Qatari"),
];

/// A disputed region, and the shorter name that the text uses for it.
pub(crate) const REGIONS: [(&str, &str); 18] = [
    ("Gorno-Badakhshan", "Badakhshan"),
    ("South Ossetia", "Ossetia"),
    ("Upper Zangara", "Zangara"),
    ("Nagorno-Marakh", "Marakh"),
    ("Western Sanaaga", "Sanaaga"),
    ("North Kivu", "Kivu"),
    ("Trans-Volmia", "Volmia"),
    ("East Turgan", "Turgan"),
    ("Lower Shabelle", "Shabelle"),
    ("Velho-Karsk", "Karsk"),
    ("Greater Bandar", "Bandar"),
    ("New Qartan", "Qartan"),
    ("Alsace-Lorraine", "Lorraine"),
    ("Talisho-Mughan", "Mughan"),
    ("Cabo-Serrado", "Serrado"),
    ("Abkhazo-Gali", "Gali"),
    ("Rhodo-Mesia", "Mesia"),
    ("Khyber-Tirah", "Tirah"),
];

/// Districts and small towns.
pub(crate) const DISTRICTS: [&str; 22] = [
    "Kelbajar",
    "Tersk",
    "Abala",
    "Zorvan",
    "Pailin",
    "Munzur",
    "Hadrut",
    "Oromat",
    "Lisko",
    "Balakan",
    "Shirvan",
    "Qazvan",
    "Kupiansk",
    "Tawang",
    "Goris",
    "Mardakert",
    "Lukana",
    "Torez",
    "Vardenis",
    "Kalma",
    "Bor",
    "Renk",
];

/// Seas.
pub(crate) const SEAS: [&str; 10] = [
    "Red Sea",
    "Caspian Sea",
    "Baltic Sea",
    "Adriatic Sea",
    "Yellow Sea",
    "Arabian Sea",
    "Mediterranean Sea",
    "Aegean Sea",
    "Coral Sea",
    "South China Sea",
];

/// Towns by the sea.
pub(crate) const RESORTS: [&str; 17] = [
    "Varna",
    "Aqaba",
    "Batumi",
    "Antalya",
    "Odesa",
    "Constanta",
    "Hurghada",
    "Dubrovnik",
    "Mombasa",
    "Busan",
    "Split",
    "Nice",
    "Cannes",
    "Ouidah",
    "Da Nang",
    "Yalta",
    "Sharm el-Sheikh",
];

/// Invented persons: given name and surname.
pub(crate) const PERSONS: [(&str, &str); 38] = [
    ("Tigran", "Vardumyan"),
    ("Amina", "Okonkwo"),
    ("Kofi", "Agyarko"),
    ("Rashid", "Mammadli"),
    ("Elena", "Sokolskaya"),
    ("Dragan", "Petrusic"),
    ("Mehmet", "Karaduman"),
    ("Nguyen", "Hoangbich"),
    ("Hiroshi", "Tanabeya"),
    ("Carlos", "Quintavalle"),
    ("Fatima", "Benslimani"),
    ("Samuel", "Ochienga"),
    ("Pavel", "Dvorsky"),
    ("Ingrid", "Halvorsdottir"),
    ("Sanjay", "Raghuvir"),
    ("Omar", "Al-Khatani"),
    ("Tariq", "Mirzaev"),
    ("Joao", "Figueirosa"),
    ("Lucia", "Montefiori"),
    ("Andrzej", "Wolniewicz"),
    ("Chinedu", "Ekwueme-Obi"),
    ("Laszlo", "Kerekes"),
    ("Bayarmaa", "Ganzorig"),
    ("Tomas", "Urbanek"),
    ("Sean", "O'Callaghan"),
    ("Marcus", "Bell"),
    ("Helen", "Price"),
    ("Yusuf", "Demir"),
    ("Grace", "Mwangi"),
    ("Li", "Qiangwen"),
    ("Aung", "Minthein"),
    ("Ilham", "Alizade"),
    ("Maia", "Sandulescu"),
    ("Jean-Pierre", "Ngoma"),
    ("Thabo", "Mokoena"),
    ("Søren", "Lindqvist"),
    ("José", "Peña"),
    ("Mariam", "Traoré"),
];

/// A name in three parts.
pub(crate) const LONG_NAMES: [&str; 8] = [
    "Maria Celeste Andrade",
    "Abdul Rahim Sultani",
    "Jose Miguel Arteaga",
    "Nana Yaw Boateng",
    "Hassan Ali Jumaale",
    "Kim Dae Wook",
    "Ana Paula Ribeiro",
    "Mustafa Kemal Aydogan",
];

/// Heads of state and government.
pub(crate) const TITLES: [&str; 4] = ["President", "Prime Minister", "Foreign Minister", "Chancellor"];

/// What speaks for a government, besides its foreign ministry.
pub(crate) const MINISTRIES: [&str; 5] = ["Foreign", "Interior", "Health", "Emergencies", "Border Affairs"];

/// Whose picture it is, and which ministry reports the shelling: (as a name, in lower case).
pub(crate) const DEFENCE: [(&str, &str); 4] =
    [("Defense", "defence"), ("Defence", "defense"), ("Interior", "interior"), ("Security", "security")];

/// What a region's troops are called as a body.
pub(crate) const REGION_FORCES: [&str; 8] =
    ["army", "military", "militia", "armed forces", "defence army", "national guard", "police", "security forces"];

/// What a country's troops are called as a body.
pub(crate) const STATE_FORCES: [&str; 7] =
    ["army", "military", "air force", "navy", "border guard", "general staff", "coast guard"];
