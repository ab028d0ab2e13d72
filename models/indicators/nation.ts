/** Region code of the nation. */
export const NATION = "CHN";
