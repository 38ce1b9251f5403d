/**
 * Words before a title that change nothing about what its holder leads ("the country's acting president"); a field, a rank or another
 * than he do ("press director", "a senior leader").
 */
export const keepsOffice = (word: string): boolean => KEEPING.test(word);

const KEEPING =
  /^(?:the|its|their|his|her|our|acting|interim|caretaker|transitional|current|incumbent|outgoing|new|newly|elected|long-?time|veteran|supreme|overall|top|powerful|[’']s?|-|,|“|")$/i;
