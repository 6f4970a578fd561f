//! Colours and lines of the terminal: those of the page, as near as 256 colours come.

use anstyle::{Ansi256Color, Color, Effects, Style};
use newsmark::wire::EntityKind;
use std::env;

/// How each kind of mark is drawn.
pub(crate) struct Palette {
    pub(crate) person: Style,
    pub(crate) organization: Style,
    pub(crate) place: Style,
    pub(crate) other: Style,
    pub(crate) quote: Style,
    pub(crate) figure: Style,
    pub(crate) number: Style,
    pub(crate) title: Style,
    pub(crate) quiet: Style,
}

impl Palette {
    /// For the terminal at hand.
    pub(crate) fn new() -> Self {
        let lines = has_line_styles();
        let line = |style: Effects| if lines { style } else { Effects::UNDERLINE };
        let figure = colour(166) | line(Effects::DOUBLE_UNDERLINE);
        Palette {
            person: colour(32) | Effects::UNDERLINE,
            organization: colour(29) | line(Effects::DASHED_UNDERLINE),
            place: Style::new() | line(Effects::DOTTED_UNDERLINE),
            other: colour(244) | line(Effects::DOTTED_UNDERLINE),
            quote: colour(132),
            figure,
            number: figure | Effects::BOLD,
            title: Style::new() | Effects::BOLD,
            quiet: colour(244),
        }
    }

    pub(crate) fn entity(&self, kind: EntityKind) -> Style {
        match kind {
            EntityKind::Person => self.person,
            EntityKind::Organization => self.organization,
            EntityKind::Place | EntityKind::Facility => self.place,
            EntityKind::Group | EntityKind::Event | EntityKind::Product | EntityKind::Other => self.other,
        }
    }
}

fn colour(index: u8) -> Style {
    Style::new().fg_color(Some(Color::Ansi256(Ansi256Color(index))))
}

/// `inner` drawn over `outer`: its own colour and lines where it has them.
pub(crate) fn over(inner: Style, outer: Style) -> Style {
    let effects = inner.get_effects() | outer.get_effects();
    inner.fg_color(inner.get_fg_color().or(outer.get_fg_color())).effects(effects)
}

/// Whether the terminal is known to draw dotted, dashed and double underlines; others may take
/// them for something else.
fn has_line_styles() -> bool {
    let is = |name: &str, values: &[&str]| env::var(name).is_ok_and(|v| values.iter().any(|known| v.contains(known)));
    env::var_os("VTE_VERSION").is_some()
        || env::var_os("KITTY_WINDOW_ID").is_some()
        || is("TERM", &["kitty", "foot", "alacritty", "wezterm", "ghostty"])
        || is("TERM_PROGRAM", &["iTerm", "WezTerm", "ghostty", "vscode"])
}
