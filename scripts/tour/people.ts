/** Nobody here exists: the identity code's individual number 912 is given to no real person. */
export const clinic = {
  name: 'Mallilan Hoitohuone Oy',
  businessId: '9999999-2',
  street: 'Esimerkkitie 12',
  postalCode: '13100',
  phone: '019 000 0100',
  email: 'toimisto@mallila.example',
} as const;

export const manager = { name: 'Marja Esimäki', password: 'kolme sinistä sateenvarjoa' } as const;

/** Comes to work at the reception. */
export const colleague = { name: 'Helmi Testola' } as const;

export const customer = {
  hetu: '140387-912A',
  /** The last character slipped. */
  mistypedHetu: '140387-912B',
  lastName: 'Mallikas-Näyte',
  firstNames: 'Aino Katariina',
  nameInUse: 'Aino',
  phone: '040 000 1234',
  laterPhone: '050 000 9876',
  email: 'aino.mallikas@posti.example',
  street: 'Kuvitelmankatu 3 B 7',
  postalCode: '33100',
} as const;
