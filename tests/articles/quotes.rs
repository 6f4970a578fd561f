//! Whole articles of many kinds, in which every quote and its speaker was looked at by hand.

use crate::reading::check;

#[test]
fn quotes_trial() {
    check("quotes-trial", |a| {
        // Not yet: a.mixed("ignored three separate warnings", "");
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
        // Not yet: a.mixed("grave doubts", "regulator");
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
        // Not yet: a.mixed("try God", "guard");
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
