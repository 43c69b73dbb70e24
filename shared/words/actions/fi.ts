/**
 * What a row of the audit log says was done, by feature and procedure: the same words on every screen and in every
 * exported file. Events of the program itself stand beside the procedures of their feature.
 */
export const actions = {
  auth: {
    createRegister: 'Perusti rekisterin',
    unlock: 'Kirjautui',
    recover: 'Avasi rekisterin palautusavaimella',
    chooseOwnPassword: 'Valitsi oman salasanan ja kirjautui',
    changePassword: 'Vaihtoi oman salasanansa',
    lock: 'Lukitsi',
    signOut: 'Kirjautui ulos',
  },
  accounts: {
    add: 'Lisäsi käyttäjän',
    rename: 'Vaihtoi käyttäjän nimen',
    setRoles: 'Muutti käyttäjän rooleja',
    setHealthProfileGrant: 'Muutti oikeutta terveysprofiiliin',
    disable: 'Sulki tunnuksen',
    enable: 'Avasi suljetun tunnuksen',
    resetPassword: 'Antoi kertasalasanan',
    remove: 'Poisti käyttäjän',
    recordCommitment: 'Kirjasi vaitiolositoumuksen',
    printPassphrase: 'Tulosti kertasalasanan',
  },
  customers: {
    search: 'Haki asiakkaita',
    similar: 'Vertasi samankaltaisiin asiakkaisiin',
    card: 'Avasi asiakaskortin',
    revealHetu: 'Katsoi henkilötunnuksen',
    register: 'Lisäsi asiakkaan',
    edit: 'Muutti tietoja',
    forEditing: 'Avasi tiedot muokattaviksi',
    history: 'Katsoi tietojen muutokset',
    revealContact: 'Katsoi suojatut yhteystiedot',
    restrict: 'Rajoitti tietojen käsittelyä',
    liftRestriction: 'Lopetti käsittelyn rajoituksen',
  },
  visits: {
    ofCustomer: 'Katsoi käynnit',
    log: 'Kirjasi käynnin',
    addItem: 'Lisäsi hinnastoon',
    editItem: 'Muutti hinnaston nimeä tai kestoa',
    setItemPrice: 'Muutti hintaa',
    removeItemPrice: 'Perui tulevan hinnan',
    setItemTimes: 'Muutti hinnaston käyttöaikaa',
    removeItem: 'Poisti hinnastosta',
    orderItems: 'Järjesti hinnaston',
    addPractitioner: 'Lisäsi tekijän',
    renamePractitioner: 'Vaihtoi tekijän nimen',
    setPractitionerTimes: 'Muutti tekijän toimiaikaa',
    removePractitioner: 'Poisti tekijän',
    setVatRate: 'Muutti arvonlisäverokantaa',
    removeVatRate: 'Perui tulevan verokannan',
    ofDay: 'Katsoi päivän käynnit',
    reverse: 'Mitätöi käynnin kirjauksen',
    move: 'Siirsi käynnin toiselle asiakkaalle',
    giveFeedback: 'Kirjasi palautteen',
  },
  consents: {
    ofCustomer: 'Katsoi suostumukset',
    record: 'Kirjasi suostumuksen tai kiellon',
    publishWording: 'Otti uuden sanamuodon käyttöön',
  },
  reports: { exportCustomer: 'Vei tiedot salattuun tiedostoon' },
  audit: {
    ofCustomer: 'Katsoi asiakkaan tapahtumalokin',
    list: 'Katsoi tapahtumalokia',
    values: 'Katsoi tapahtuman tiedot',
    setRules: 'Muutti valvonnan sääntöjä',
    resolve: 'Merkitsi tapahtuman selvitetyksi',
    exportList: 'Vei lokin salattuun tiedostoon',
    verify: 'Tarkisti lokiketjun',
    headMissing: 'Allekirjoitettu lokin kohta puuttui',
  },
  settings: { setIdleMinutes: 'Muutti lukitusaikaa' },
  drafts: { open: 'Jatkoi keskeneräistä lomaketta' },
  backup: { choosePlace: 'Valitsi varmuuskopion paikan', run: 'Teki varmuuskopion' },
  notices: { acknowledge: 'Kuittasi huomautuksen' },
  keys: {
    rotate: 'Vaihtoi tietokannan avaimen',
    newRecoveryKey: 'Katsoi uutta palautusavainta',
    printRecoveryKey: 'Tulosti uuden palautusavaimen',
    renewRecoveryKey: 'Otti uuden palautusavaimen käyttöön',
  },
} as const;

/** The same features and names in another language. */
export type ActionWords = {
  readonly [F in keyof typeof actions]: { readonly [N in keyof (typeof actions)[F]]: string };
};
