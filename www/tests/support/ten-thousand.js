// An article of ten thousand words, with what the page marks in most of its sentences.

const GIVEN = ["Anne", "Marie", "Paul", "Louise", "Karim", "Jonas", "Ines", "Peter"];
const FAMILY = ["Laurent", "Petit", "Haddad", "Moreau", "Keller", "Novak", "Santos", "Weber", "Okello"];
const TOWNS = ["Lyon", "Toulouse", "Marseille", "Nantes", "Basel"];

export function tenThousandWords() {
  const paragraphs = ["Fires in five towns kill hundreds"];
  for (let i = 0; paragraphs.join(" ").split(/\s+/).length < 10_000; i++) {
    const name = `${GIVEN[i % 8]} ${FAMILY[i % 9]}`;
    paragraphs.push(
      `At least ${(i % 90) + 2} people died in a fire in ${TOWNS[i % 5]} on Monday, said ${name}, a nurse from ${TOWNS[(i + 1) % 5]}. "We could not reach the stairs in time," she said. The street was closed until the evening, and nobody was let through. The fire service of ${TOWNS[i % 5]} said that ${(i % 40) + 3} people were injured, ${(i % 7) + 1} of them badly.`,
    );
  }
  return paragraphs.join("\n\n");
}
