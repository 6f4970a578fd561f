//! Articles whose ledger was checked line by line by hand: two sides that contradict each other, a toll that rises, an
//! earthquake with places, a crime, a total and its parts, sport and metaphors, hostages, a ferry, an epidemic; floods by
//! district, a mine, a prison riot, a plane crash, measles, protests, floods by province, an attack on a palace and a
//! crush at a festival, written before the engine had read them.

use crate::reading::check;
use crate::{at_least, exactly};
use newsmark::wire::HarmKind::*;

#[test]
fn claims_border_clash() {
    check("claims-border-clash", |a| {
        a.figure("nine", Killed, exactly(9), "North Macedonia's defence ministry");
        a.figure("21", Injured, exactly(21), "North Macedonia's defence ministry");
        a.figure("five", Killed, exactly(5), "Albania's defence ministry");
        a.figure("34", Killed, exactly(34), "Arben Kodra");
        a.figure("12", Killed, exactly(12), "mission");
        a.figure("Two", Injured, exactly(2), "Vesna Ilieva");
        a.figure("four", Captured, exactly(4), "Albania");
        a.figure("three", Missing, exactly(3), "Skopje");
        a.figure("1,500", Displaced, exactly(1500), "Red Cross");
        a.row(Killed, "9 (North Macedonia's defence ministry) + 5 (Albania's defence ministry) adds up to the headline's at least 14");
        a.row(Killed, "9 (North Macedonia's defence ministry) against 34 (Arben Kodra) and 7 (mission)");
        a.row(Killed, "34 (Arben Kodra) against 7 (mission)");
        a.row(Killed, "5 (Albania's defence ministry) + 7 (mission) adds up to 12 (mission)");
    });
}

#[test]
fn claims_outpost_raid() {
    check("claims-outpost-raid", |a| {
        a.figure("17", Killed, exactly(17), "defence ministry");
        a.figure("22", Injured, exactly(22), "defence ministry");
        a.figure("six", Missing, exactly(6), "ministry");
        a.figure("30", Casualties, exactly(30), "It");
        a.figure("41", Killed, exactly(41), "It");
        a.figure("five", Captured, exactly(5), "It");
        a.figure("28", Killed, exactly(28), "Aïssa Moumouni");
        a.row(Killed, "17 (Niger's defence ministry) against 41 (Front for the Sahel) and 28 (Aïssa Moumouni)");
        a.figure("Two", Killed, exactly(2), "Oumarou Seyni");
        a.figure("600", Displaced, at_least(600), "Red Cross");
        a.row(Killed, "One claim: 69 (the article)");
    });
}

#[test]
fn claims_air_strike() {
    check("claims-air-strike", |a| {
        a.figure("40", Killed, exactly(40), "villagers");
        a.figure("27", Killed, exactly(27), "army");
        a.figure("23", Killed, exactly(23), "Doctors Without Frontiers");
        a.figure("61", Injured, exactly(61), "Doctors Without Frontiers");
        a.figure("52", Killed, exactly(52), "Front for the Valleys");
        a.figure("18", Detained, exactly(18), "Interior Ministry");
        a.row(Killed, "40 (villagers) against 27 (army) and 52 (Front for the Valleys)");
        a.row(Killed, "40 (villagers) is given twice");
        a.row(Killed, "One claim: at least 9000 (Its humanitarian office)");
        a.row(Killed, "One claim: 16 (the article)");
        a.figure("100", Detained, at_least(100), "Front");
    });
}

#[test]
fn claims_mine_toll() {
    check("claims-mine-toll", |a| {
        a.figure("19", Killed, exactly(19), "governor");
        a.figure("three", Killed, exactly(3), "mining company");
        a.figure("11", Killed, exactly(11), "governor's office");
        a.figure("Seven", Missing, exactly(7), "");
        a.row(Killed, "19 (governor) is given twice");
        a.figure("eight", Killed, exactly(8), "fire brigade");
        a.row(
            Killed,
            "19 (governor) is a later count than 3 (mining company), 8 (fire brigade) and 11 (governor's office)",
        );
        a.row(Killed, "One claim: 14 (the article)");
    });
}

#[test]
fn claims_quake_places() {
    check("claims-quake-places", |a| {
        a.figure("46", Killed, at_least(46), "government");
        a.figure("Eleven", Killed, exactly(11), "she");
        a.figure("60", Missing, exactly(60), "Jorge Fuentes");
        a.row(Killed, "29 (Iquique) + 11 (Arica) + 6 (Pozo Almonte) adds up to at least 46 (government)");
        a.row(Killed, "One claim: 525 (the article)");
        a.figure("430", Injured, exactly(430), "regional health service");
    });
}

#[test]
fn claims_crime() {
    check("claims-crime", |a| {
        a.figure("Three", Killed, exactly(3), "police");
        a.figure("a fourth", Injured, exactly(1), "police");
        a.figure("two", Detained, exactly(2), "");
        a.figure("five", Killed, exactly(5), "police figures");
        a.row(Killed, "3 (police) is given twice");
        a.row(Killed, "One claim: 5 (police figures)");
        a.hold(a.wire.figures.iter().all(|f| f.place.is_none() || f.kind != Injured), || "the dogs".to_string());
    });
}

#[test]
fn claims_total_parts() {
    check("claims-total-parts", |a| {
        a.figure("31", Killed, exactly(31), "regional bloc");
        a.figure("18", Killed, exactly(18), "its disaster institute");
        a.figure("nine", Killed, exactly(9), "Zimbabwe");
        a.row(Injured, "140 (Mozambique) + 52 (Zimbabwe) + 20 (Malawi) adds up to the article's 212");
        a.figure("four", Killed, exactly(4), "Malawi");
        a.figure("two", Killed, exactly(2), "civil protection department");
        a.figure("seven", Killed, exactly(7), "");
        a.figure("23,000", Displaced, exactly(23_000), "Red Cross");
        a.row(Killed, "18 (its disaster institute) is given twice");
        a.row(Killed, "5 (Chimanimani) + 2 (Mutare) + 3 (Chipinge) is more than 9 (Zimbabwe)");
        a.row(Killed, "18 (its disaster institute) + 9 (Zimbabwe) + 4 (Malawi) adds up to 31 (regional bloc)");
    });
}

#[test]
fn claims_none() {
    check("claims-none", |a| {
        a.no_other_figures(&[]);
        a.same(a.wire.ledger.len(), 0);
    });
}

#[test]
fn claims_hostages() {
    check("claims-hostages", |a| {
        a.figure("12", Captured, exactly(12), "police");
        a.figure("18", Captured, exactly(18), "");
        a.figure("A", Killed, exactly(1), "");
        a.figure("three", Injured, exactly(3), "bank");
        a.figure("11", Detained, exactly(11), "Tunde Balogun");
        a.row(Captured, "12 (police) is given twice");
        a.row(Captured, "12 (police) + 18 (the article) adds up to the headline's 30");
        a.row(Captured, "40 (newspapers) against at least 50 (one)");
        a.row(Killed, "One claim: 4 (the article)");
    });
}

#[test]
fn claims_ferry_missing() {
    check("claims-ferry-missing", |a| {
        a.figure("33", Killed, exactly(33), "");
        a.figure("Fifteen", Missing, exactly(15), "river police");
        a.figure("41", Missing, exactly(41), "they");
        a.figure("seven", Killed, exactly(7), "they");
        a.row(Missing, "15 (river police) is a later count than 41 (river police) and 27 (river police)");
        a.row(Killed, "33 (the headline) is a later count than 7 (river police) and 21 (river police)");
        a.row(Killed, "21 (river police) is a later count than 7 (river police)");
        a.row(Killed, "One claim: at least 100 (the article)");
    });
}

#[test]
fn claims_epidemic() {
    check("claims-epidemic", |a| {
        a.figure("14", Killed, exactly(14), "Ministry of Health");
        a.figure("648", Killed, exactly(648), "Ministry of Health");
        a.figure("560", Killed, exactly(560), "Doctors Without Frontiers");
        a.figure("Five", Killed, exactly(5), "");
        a.row(Killed, "512 + 71 (Central) + 40 (Copperbelt) + 25 (Eastern) adds up to 648 (Ministry of Health)");
        a.row(Killed, "One claim: 560 (Doctors Without Frontiers)");
        a.row(Killed, "One claim: 535 (the article)");
        a.row(Killed, "8 (Lusaka) + 3 (Central) + 2 (Copperbelt) + 1 (Eastern) adds up to 14 (Ministry of Health)");
    });
}

#[test]
fn claims_district_floods() {
    check("claims-district-floods", |a| {
        a.figure("63", Killed, at_least(63), "State Disaster Management Authority");
        a.figure("19", Missing, exactly(19), "State Disaster Management Authority");
        a.figure("Seventeen", Killed, exactly(17), "");
        a.figure("six", Killed, exactly(6), "");
        a.figure("22", Killed, exactly(22), "Meera Joshi");
        a.figure("Two", Killed, exactly(2), "");
        a.figure("118,000", Displaced, exactly(118_000), "authority");
        a.figure("214", Killed, exactly(214), "");
        a.row(Killed, "at least 63 (State Disaster Management Authority) is given twice");
        a.row(Killed, "One claim: 214 (the article)");
        a.row(Killed, "31 (Rampa) + 17 (Kotla) + 9 (Bansi) + 6 (Gaya) adds up to at least 63 (State Disaster Management Authority)");
        a.hold(a.wire.figures.iter().all(|f| a.words(f.number.start, f.number.end) != "12,500"), || {
            "houses".to_string()
        });
    });
}

#[test]
fn claims_coal_mine() {
    check("claims-coal-mine", |a| {
        a.figure("26", Killed, exactly(26), "emergencies ministry");
        a.figure("22", Killed, exactly(22), "ministry");
        a.figure("four", Missing, exactly(4), "ministry");
        a.figure("11", Killed, exactly(11), "mine's owner");
        a.figure("15", Injured, exactly(15), "");
        a.figure("Three", Injured, exactly(3), "doctors");
        a.figure("two", Detained, exactly(2), "prosecutors");
        a.row(Killed, "26 (emergencies ministry) is given twice");
        a.row(Killed, "26 (emergencies ministry) is a later count than 22 (ministry) and 11 (mine's owner)");
        a.row(Killed, "One claim: 41 (the article)");
    });
}

#[test]
fn claims_prison_riot() {
    check("claims-prison-riot", |a| {
        a.figure("13", Killed, exactly(13), "prison service");
        a.figure("40", Injured, at_least(40), "prison service");
        a.figure("Three", Captured, exactly(3), "");
        a.figure("a fourth", Captured, exactly(1), "");
        a.figure("Nobody", Killed, exactly(0), "Silvia Marroquín");
        a.figure("19", Killed, exactly(19), "National Human Rights Office");
        a.figure("five", Missing, exactly(5), "National Human Rights Office");
        a.figure("Seventeen", Detained, exactly(17), "police");
        a.figure("two", Killed, exactly(2), "");
        a.row(Killed, "13 (prison service) against 21 (Relatives) and 19 (National Human Rights Office)");
    });
}

#[test]
fn claims_plane_crash() {
    check("claims-plane-crash", |a| {
        a.figure("40", Killed, at_least(40), "officials");
        a.figure("two", Killed, exactly(2), "officials");
        a.figure("seven", Injured, exactly(7), "Irena Holt");
        a.figure("Two", Missing, exactly(2), "");
        a.figure("42", Killed, exactly(42), "police");
        a.figure("nobody", Injured, exactly(0), "");
        a.figure("112", Killed, exactly(112), "");
        a.row(Killed, "at least 40 (officials) is given twice");
        a.row(Killed, "at least 40 (officials) + 2 (men) adds up to 42 (police)");
        a.row(Killed, "One claim: 112 (the article)");
    });
}

#[test]
fn claims_measles() {
    check("claims-measles", |a| {
        a.figure("17", Killed, exactly(17), "health ministry");
        a.figure("five", Killed, exactly(5), "");
        a.figure("41", Killed, exactly(41), "Paulo Neves");
        a.figure("29", Killed, exactly(29), "Paulo Neves");
        a.figure("64", Killed, exactly(64), "");
        a.row(Killed, "17 (health ministry) is given twice");
        a.row(Killed, "10 (Cazombo) + 5 (Luau) + 2 (Lumeje) adds up to 17 (health ministry)");
        a.row(Killed, "17 (health ministry) against 41 (Paulo Neves)");
        a.row(Killed, "One claim: 64 (the article)");
        a.hold(a.wire.figures.iter().all(|f| a.words(f.number.start, f.number.end) != "millions"), || {
            "millions".to_string()
        });
    });
}

#[test]
fn claims_fuel_protests() {
    check("claims-fuel-protests", |a| {
        a.figure("1,250", Detained, exactly(1250), "interior ministry");
        a.figure("210", Detained, exactly(210), "");
        a.figure("100", Detained, exactly(100), "");
        a.figure("2,000", Detained, at_least(2000), "Lawyers");
        a.figure("five", Killed, exactly(5), "doctors' union");
        a.row(Detained, "1250 (interior ministry) is given twice");
        a.row(Detained, "940 + 210 + 100 adds up to 1250 (interior ministry)");
        a.row(Killed, "2 (interior ministry) against 5 (doctors' union)");
        a.row(Killed, "One claim: 17 (the article)");
    });
}

#[test]
fn claims_province_floods() {
    check("claims-province-floods", |a| {
        a.figure("87", Killed, at_least(87), "disaster management authority");
        a.figure("52", Killed, exactly(52), "Janan Hotak");
        a.figure("nine", Killed, exactly(9), "Badakhshan");
        a.figure("14", Killed, exactly(14), "Gul Agha Sahak");
        a.figure("18,000", Displaced, exactly(18_000), "United Nations");
        a.figure("300", Displaced, exactly(300), "United Nations");
        a.row(Killed, "52 (Janan Hotak) + 19 (Takhar) + 9 (Badakhshan) + 5 (Samangan) + 2 (the article) adds up to at least 87 (country's disaster management authority)");
        a.row(Killed, "One claim: at least 300 (the article)");
        a.hold(a.wire.figures.iter().all(|f| a.words(f.number.start, f.number.end) != "1,900"), || {
            "cattle".to_string()
        });
    });
}

#[test]
fn claims_palace_attack() {
    check("claims-palace-attack", |a| {
        a.figure("31", Detained, exactly(31), "government");
        a.figure("a", Killed, exactly(1), "Nicolau Sanha");
        a.figure("40", Injured, exactly(40), "Simão Mendes");
        a.figure("14", Detained, exactly(14), "PRN");
        a.figure("three", Detained, exactly(3), "PRN");
        a.figure("Nobody", Detained, exactly(0), "spokesman");
        a.row(Detained, "31 (government) is given twice");
        a.row(Killed, "6 (attackers) + 4 (presidential guards) + 1 (taxi driver) adds up to 11 (Nicolau Sanha)");
        a.row(Captured, "12 (man) against none (army)");
        a.row(Killed, "One claim: 11 (the article)");
        a.hold(a.wire.figures.iter().all(|f| a.words(f.number.start, f.number.end) != "300"), || {
            "paratroopers".to_string()
        });
    });
}

#[test]
fn claims_festival_crush() {
    check("claims-festival-crush", |a| {
        a.figure("Thirty-eight", Killed, exactly(38), "state radio");
        a.figure("120", Injured, at_least(120), "Oromia regional police commission");
        a.figure("two", Killed, exactly(2), "Tolera Geleta");
        a.figure("a hundred", Killed, at_least(100), "Opposition groups");
        a.figure("96", Killed, exactly(96), "Oromo Voice");
        a.figure("42", Killed, exactly(42), "She");
        a.figure("a", Detained, exactly(1), "police");
        a.row(Killed, "38 (state radio) is given twice");
        a.row(Killed, "42 (Hana Wolde) is a later count than 38 (state radio) and 31 (Hana Wolde)");
        a.row(Killed, "at least 100 (Opposition groups) against 96 (Oromo Voice network) and 42 (Hana Wolde)");
        a.row(Killed, "One claim: at least 52 (the article)");
    });
}
