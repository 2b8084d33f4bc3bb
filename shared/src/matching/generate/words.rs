//! What the made-up people say of themselves, and what they and their companies are called.

pub const FIRST_NAMES: &[&str] = &[
    "Ahmed", "Aisha", "Alina", "Amal", "Anders", "Anne", "Asger", "Astrid", "Birgit", "Bjarne", "Carla", "Dagmar", "Dawit",
    "Dorte", "Ellen", "Elif", "Emil", "Farah", "Filip", "Freja", "Gitte", "Hana", "Hanne", "Henning", "Ibrahim", "Ida",
    "Iryna", "Ivan", "Jamal", "Janne", "Jens", "Joanna", "Kaj", "Karen", "Khadija", "Lars", "Leyla", "Lis", "Ludmila",
    "Magnus", "Maryna", "Mads", "Mehmet", "Merete", "Mohamed", "Nanna", "Natalia", "Nour", "Olena", "Oskar", "Pawel",
    "Pernille", "Rasmus", "Rita", "Robel", "Saba", "Sara", "Senait", "Signe", "Simon", "Sofia", "Stig", "Susanne", "Svend",
    "Taras", "Tina", "Tove", "Ulla", "Vibeke", "Viktor", "Walid", "Winnie", "Yasmin", "Yonatan", "Zahra", "Zeki",
];

pub const STRENGTHS: &[&str] = &[
    "Jeg kommer altid til tiden.",
    "Jeg holder orden.",
    "Jeg er hurtig med hænderne.",
    "Jeg er god med gamle mennesker.",
    "Børn kan lide mig.",
    "Jeg bliver ved, til det er færdigt.",
    "Jeg kan lave mad til mange.",
    "Jeg ser, hvad der skal gøres.",
    "Jeg kan tale med alle.",
    "Jeg lærer hurtigt sprog.",
    "Jeg er stærk.",
    "Jeg er rolig, når der er travlt.",
    "Jeg kan regne i hovedet.",
    "Jeg kan få ting til at virke igen.",
    "Dyr er trygge ved mig.",
    "Jeg er god til at lytte.",
    "Jeg kan planter.",
    "Jeg står gerne tidligt op.",
    "Jeg har haft min egen butik.",
    "Jeg syr mit eget tøj.",
    "Jeg har passet mine søskende.",
    "Jeg kører bil på alle slags veje.",
    "Jeg griner meget.",
    "Jeg er omhyggelig.",
    "Jeg kan huske ansigter.",
    "Jeg arbejder godt alene.",
];

pub const WISHES: &[&str] = &[
    "Et sted, hvor jeg hører dansk hver dag.",
    "Helst tæt på, hvor jeg bor.",
    "Noget med mennesker.",
    "Noget med hænderne.",
    "Ude i luften.",
    "Faste tider.",
    "Korte dage til at begynde med.",
    "Et arbejde, jeg kan blive i.",
    "Noget, jeg kan lære mere af.",
    "Et roligt sted.",
    "Gerne tidligt om morgenen.",
    "Jeg vil gerne prøve noget nyt.",
];

/// The second half of a company's name.
pub const HOUSES: &[&str] = &[
    "Anemonen", "Bakken", "Birken", "Blishønen", "Bøgen", "Dammen", "Duehuset", "Elmen", "Enghaven", "Fasanen", "Frøen",
    "Fyrkilden", "Gøgen", "Hasselnødden", "Hejren", "Hybenbusken", "Kilden", "Kløveren", "Kornblomsten", "Lærken", "Lindetræet",
    "Mejsen", "Mosen", "Musvitten", "Nordlyset", "Pilen", "Ranunklen", "Rønnebærret", "Sivene", "Skovduen", "Slåenbusken",
    "Solsiden", "Stæren", "Svalereden", "Tjørnen", "Uglen", "Vadestedet", "Valmuen", "Viben", "Vindrosen",
];
