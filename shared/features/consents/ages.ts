/**
 * Who is younger cannot consent alone to what is done at a distance (GDPR Art. 8(1); Tietosuojalaki 1050/2018, 5 §, sets
 * the age for information-society services offered to a child). It is used for contacting; no law sets an age for
 * answering at a desk, so who may answer is not decided by it.
 */
export const consentsAloneFrom = 13;

/** Who is younger has guardians (Laki lapsen huollosta 361/1983, 3 §). */
export const adultFrom = 18;
