//! Whole articles of many kinds, in which every quote and its speaker was looked at by hand.

use crate::reading::check;

#[test]
fn quotes_trial() {
    check("quotes-trial", |a| {
        a.mixed("ignored three separate warnings", "");
        a.direct("This was not fog", "Miriam Okafor");
        a.direct("Nobody answered,", "Miriam Okafor");
        a.direct("because nobody was there to answer.", "Miriam Okafor");
        a.direct("I asked him what he was doing,", "Frith");
        a.direct("There was no reply.", "Frith");
        a.direct("It was an old set,", "he");
        a.direct("I could not say,", "witness");
        a.mixed("like being dropped", "Lorna Teale");
        a.mixed("deeply sorry for the pain caused", "company");
    });
}

#[test]
fn quotes_siege() {
    check("quotes-siege", |a| {
        a.direct("We have not slept in a bed", "Halima Osei");
        a.direct("My youngest thinks", "Halima Osei");
        a.direct("Our men are where they were", "he");
        a.direct("Let them come and count us.", "he");
        a.mixed("ready to cross within the hour", "Red Cross");
        a.direct("I do not talk about tomorrow,", "Joseph Danso");
        a.mixed("still alive, but only just", "Joseph Danso");
        a.indirect("water was the first need", "Ruth Amadi");
        a.direct("Bread can wait for a day,", "Ruth Amadi");
        a.direct("Water cannot.", "Ruth Amadi");
    });
}

#[test]
fn quotes_cricket() {
    check("quotes-cricket", |a| {
        a.direct("I told Ponni akka", "19-year-old");
        a.direct("We made it hard for ourselves,", "she");
        a.direct("Full marks to Ponni,", "Nair");
        a.direct("You cannot do that.", "Nair");
        a.direct("He bowled to me every evening", "she");
        a.direct("Ask them.", "he");
        a.direct("There is no truth in it,", "Balan");
        a.direct("The outfield is like a carpet.", "Balan");
    });
}

#[test]
fn quotes_bank() {
    check("quotes-bank", |a| {
        a.mixed("grave doubts", "Nigeria’s banking regulator");
        a.direct("We were not consulted", "Folake Adebowale");
        a.direct("You will see the letter", "he");
        a.mixed("save depositors from a very bad marriage.", "Chinedu Obi");
        a.direct("People do not read letters,", "Tunde Lawal");
        a.direct("They read queues.", "Tunde Lawal");
        a.direct("They may fight it,", "person");
        a.direct("Come and see,", "she");
    });
}

#[test]
fn quotes_vaccine() {
    check("quotes-vaccine", |a| {
        a.direct("That is longer than most", "Aminata Diallo");
        a.direct("We did not dare to hope for it.", "Aminata Diallo");
        a.mixed("needs no refrigeration", "they");
        a.mixed("promising but thin", "Peter Lindqvist");
        a.direct("They lost a third", "he");
        a.direct("If I am wrong,", "she");
        a.mixed("between a quarter and a half", "report");
        a.direct("I am not a scientist,", "he");
    });
}

#[test]
fn quotes_wildfire() {
    check("quotes-wildfire", |a| {
        a.direct("It came over the ridge like a train,", "Costas Melas");
        a.direct("You could hear it", "Costas Melas");
        a.direct("We had forty minutes.", "she");
        a.direct("Somebody had to,", "Danae Lekka");
        a.direct("Our crews were there in April,", "Nikos Raptis");
        a.direct("Photographs of what?", "he");
        a.direct("I closed the window,", "he");
    });
}

#[test]
fn quotes_strike() {
    check("quotes-strike", |a| {
        a.direct("They have taken us for granted,", "Beatrice Mumbua");
        a.mixed("try God", "guard");
        a.direct("I have been here since five", "Josphat Kilonzo");
        a.direct("The money is there.", "he");
        a.mixed("the same old song", "Beatrice Mumbua");
        a.direct("Let him bring even one,", "she");
        a.direct("Lives are not bargaining chips,", "Peter Ndolo");
        a.direct("A ward without nurses", "he");
    });
}

#[test]
fn quotes_interview() {
    check("quotes-interview", |a| {
        a.direct("You say that you are finished.", "Tomás Brandt");
        a.direct("I have said it every winter", "Ines Caldeira");
        a.direct("That is the signature,", "she");
        a.direct("A name is for the bank.", "she");
        a.direct("I have stopped asking why,", "she");
    });
}

#[test]
fn quotes_scanned() {
    check("quotes-scanned", |a| {
        a.direct("I saw her lights go out", "John Tarrant");
        a.direct("There was nothing for it but the dory.", "John Tarrant");
        a.direct("The keeper came through it", "he");
        a.mixed("the oars were heavy.", "Tarrant");
        a.direct("least that we can do,", "Leonard Pike");
    });
}

#[test]
fn quotes_columnist() {
    check("quotes-columnist", |a| {
        a.direct("Why a bridge?", "Q");
        a.direct("Because nobody could cross it.", "A");
        a.direct("Ndlela, you have big feet.", "He");
        a.direct("Three times.", "A");
        a.mixed("the people are behind us", "anyone");
        a.term("community");
        a.term("Late Bus");
    });
}

#[test]
fn quotes_smudged() {
    check("quotes-smudged", |a| {
        a.direct("it was the mist off the river,", "Thomas Gale");
        a.direct("Then the roof fell in.", "Thomas Gale");
        a.direct("We had water enough,", "Rowe");
        a.direct("That is a matter between me and my Maker,", "Arthur Dunn");
        a.direct("I counted them twice,", "Ellen Pratt");
        a.term("long walk");
    });
}

#[test]
fn quotes_ibadan() {
    check("quotes-ibadan", |a| {
        a.mixed("multiple taxation", "Traders");
        a.indirect("members could no longer cope", "Musiliu Adeyanju");
        a.direct("We paid in January.", "Musiliu Adeyanju");
        a.direct("If they insist,", "Musiliu Adeyanju");
        a.indirect("touts seized her goods", "trader");
        a.direct("They took three bags of rice", "her");
        a.indirect("the allegation", "Tunji Afolabi");
        a.direct("Nobody seized anything.", "Tunji Afolabi");
        a.indirect("two suspects had been invited", "police source");
    });
}

#[test]
fn quotes_tehsil() {
    check("quotes-tehsil", |a| {
        a.indirect("water had not been released", "Hundreds of farmers");
        a.direct("Our wheat is standing dead.", "Kailash Meena");
        a.mixed("private resort owned by a contractor", "Savita Patel");
        a.indirect("the stir would be intensified", "Savita Patel");
        a.direct("This is not politics,", "Savita Patel");
        a.indirect("the Collector had not taken her calls", "Savita Patel");
        a.indirect("a breach near Jhagaria", "Meghna Rao");
        a.direct("Repairs are on a war footing.", "Meghna Rao");
        a.indirect("the breach was reported a week ago", "senior officer");
        a.direct("The file was moving", "officer");
        a.term("Badi Nahar");
    });
}

#[test]
fn quotes_kickoff() {
    check("quotes-kickoff", |a| {
        a.direct("We were dead on our feet", "Urs Kälin");
        a.direct("Then the boy jumped,", "Urs Kälin");

        a.direct("I closed my eyes", "Noé Girard");
        a.direct("When I opened them,", "Noé Girard");
        a.indirect("the corner should never have been given", "Jonas Petersen");
        a.direct("The ball touched nobody", "Jonas Petersen");
        a.direct("and the referee knows it", "Jonas Petersen");
        a.direct("Ask me on Saturday", "Urs Kälin");
        a.term("Sportpanorama");
    });
}

#[test]
fn quotes_handles() {
    check("quotes-handles", |a| {
        a.direct("Is it meant to rain", "she");
        a.direct("Crew were legends.", "@bazza_k");
        a.direct("We’re so sorry,", "Coral Air");
        a.direct("Never flying with @CoralAir again.", "Dev Nair");
        a.indirect("a pipe behind the galley had burst", "airline");
        a.direct("At no time was the safety", "it");
        a.indirect("the aircraft was back in service", "Joanne Reid");
    });
}

#[test]
fn quotes_hearing() {
    check("quotes-hearing", |a| {
        a.direct("When did you first see the crack?", "THE CHAIR");
        a.direct("At ten minutes past two,", "Lugola");
        a.direct("And whom did you tell?", "THE CHAIR");
        a.direct("My client has said this three times.", "Temba");
        a.direct("I shouted", "Lugola");
        a.indirect("her husband had not slept since", "Grace Lugola");
        a.direct("He hears it at night,", "Grace Lugola");
        a.direct("and I put on the light.", "Grace Lugola");
    });
}

#[test]
fn quotes_uncle() {
    check("quotes-uncle", |a| {
        a.direct("He looked at me and he said,", "Rhodri Vaughan");
        a.direct("I was nineteen.", "Rhodri Vaughan");
        a.indirect("his aunt had watched from the kitchen", "Rhodri Vaughan");
        a.direct("She called out,", "Rhodri Vaughan");
        // Not yet: that he is the witness, Rhodri Vaughan.
        a.direct("Everybody writes letters,", "he");
        a.term("the Bear of Llangadog");
        a.mixed("a ghost story told by a man with a grudge", "Morris");
    });
}

#[test]
fn quotes_drains() {
    check("quotes-drains", |a| {
        a.mixed("citizens cannot be left", "High Court");
        a.direct("Who will return this child", "S K Tandon");
        a.indirect("212 of the 340 drains had already been covered", "Arun Khosla");
        a.mixed("non-availability of slabs", "Arun Khosla");
        a.direct("This is a lame excuse,", "it");
        a.indirect("the contractor had been paid in full", "Nidhi Kapoor");
        a.direct("My lords, the slabs exist", "Nidhi Kapoor");
        a.direct("They exist only on paper.", "Nidhi Kapoor");
        a.indirect("she wanted no money", "Shobha Devi");
        a.direct("I want the covers to be put,", "Shobha Devi");
        a.direct("Let no other mother stand here.", "Shobha Devi");
        a.indirect("the file had been pending", "Nigam engineer");
    });
}

#[test]
fn quotes_assembly() {
    check("quotes-assembly", |a| {
        a.mixed("cooked at night", "section");
        a.mixed("Mwizi! Mwizi!", "MCAs");
        a.direct("We were given the document", "Patrick Githinji");
        a.indirect("the ward fund had been slashed", "Patrick Githinji");
        a.direct("They were in the committee.", "Florence Nyokabi");
        a.mixed("propaganda peddled by people", "James Kariuki");
        a.direct("Her Excellency has nothing to add.", "Moses Kimani");
        a.direct("Every year they fight", "Mama Njoki");
        a.direct("Let them fight. We will vote.", "Mama Njoki");
        a.indirect("why MCAs needed another", "Peter Mwangi");
        a.direct("What is there in Dubai?", "Peter Mwangi");
        a.indirect("counties which miss", "Controller of Budget");
    });
}

#[test]
fn quotes_bats() {
    check("quotes-bats", |a| {
        a.indirect("take turns in a way", "study");
        a.indirect("a bat that had waited longest", "They");
        a.direct("We did not expect manners", "Tjaša Kovač");
        a.direct("At first I thought the camera", "Tjaša Kovač");
        a.mixed("first come, first flown", "team");
        a.indirect("the pattern could arise by chance", "Emil Haddad");
        a.direct("If you push sand", "Emil Haddad");
        a.direct("Nobody says the grains are polite.", "Emil Haddad");
        a.term("queue");
        a.direct("It is shorthand,", "Tjaša Kovač");
        a.direct("They are not British.", "Tjaša Kovač");
        a.mixed("could empty a colony for years", "Slovene Bat Society");
        a.indirect("it had received the letter", "ministry");
    });
}

#[test]
fn quotes_bakery() {
    check("quotes-bakery", |a| {
        a.direct("Forty-six,", "Halyna");
        a.direct("Forty-seven.", "Halyna");
        a.indirect("her surname not be used", "Halyna");
        a.direct("You learn to hear which ones are yours and", "Halyna");
        a.direct("That one was theirs.", "Halyna");
        a.indirect("Eleven people were killed", "military administration");
        a.indirect("it had hit a barracks", "enemy");
        a.direct("What do they want with my school?", "man");
        a.term("Wolf");
        a.direct("Do not step off the asphalt.", "he");
        a.direct("He says that to everyone,", "driver");
        a.direct("Even to generals.", "driver");
        a.direct("Until the bread runs out,", "he");
        a.mixed("temporary withdrawal", "officials");
        a.indirect("the town will be given up", "Oleksandr Hrytsenko");
        a.direct("Write that it was warm,", "Halyna");
        let headline = a.wire.quotes.first().and_then(|quote| quote.speaker.as_ref()?.entity.clone());
        a.hold(headline == a.wire.quotes.last().and_then(|quote| quote.speaker.as_ref()?.entity.clone()), || {
            format!("the words of the headline are {headline:?}")
        });
    });
}

#[test]
fn quotes_seagull() {
    check("quotes-seagull", |a| {
        a.mixed("monster", "MUM");
        a.direct("It looked me right in the eye", "Becky Thorne");
        a.direct("I’ve lived here forty years", "Ken Ogden");
        a.direct("The gulls’ nests are everywhere", "Ken Ogden");
        a.direct("They’re feeding these things,", "Becky Thorne");
        a.direct("What if it’d been one of my girls?", "Becky Thorne");
        a.indirect("not to feed gulls", "Torbay Council");
        a.direct("Our hearts go out to the family.", "spokesman");
        a.mixed("vanishingly rare", "Paul Hemming");
        a.direct("Chicks?", "Becky Thorne");
        a.direct("That’s not a seagull,", "Becky Thorne");
    });
}

#[test]
fn quotes_storm() {
    check("quotes-storm", |a| {
        a.indirect("The red wind warning", "Met Éireann");
        a.direct("I am asking everybody to stay at home", "Siobhán Meagher");
        a.direct("The storm is not over", "Siobhán Meagher");
        a.mixed("before the hotel comes to you", "man");
        a.direct("No services will run west of Athlone", "Irish Rail");
        a.indirect("More than 210,000 homes", "ESB Networks");
        a.indirect("crews could not be sent up poles", "Paul Nolan");
        a.direct("We lost a colleague in 2017.", "Paul Nolan");
        // Not yet: a.direct("My trampoline has just gone past.", "Aoife");
        a.indirect("Two people have been injured", "gardaí");
    });
}
