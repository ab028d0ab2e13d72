const CONSONANTS = "bdfghjkmnprstvz";
const VOWELS = "aeiou";
const GROUPS = 4;
const SYLLABLES = 3;

/**
 * A password that can be read aloud and typed from paper: `bafume-tokiru-zenavo-hidoga`, some 75 bits.
 * `random(n)` gives a whole number from 0 to n − 1, every one as likely.
 */
export function readablePassword(random: (below: number) => number): string {
  const pick = (letters: string): string => letters[random(letters.length)]!;
  const syllable = (): string => pick(CONSONANTS) + pick(VOWELS);
  const group = (): string => Array.from({ length: SYLLABLES }, syllable).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
