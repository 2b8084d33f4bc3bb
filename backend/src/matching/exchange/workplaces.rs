//! A workplace with its company, as columns.

use super::cell::FourMonths;
use super::fields::Fields;
use super::places::site;
use shared::ids::{CompanyId, WorkplaceId};
use shared::matching::numbers::{Cvr, PNumber};
use shared::matching::place::{Point, Site};
use shared::matching::placement::{Company, Staff, Workplace};

pub fn blank() -> (Company, Workplace) {
    let company = Company {
        id: CompanyId::MIN,
        name: String::new(),
        cvr: None,
        public: false,
    };
    let workplace = Workplace {
        id: WorkplaceId::MIN,
        company: CompanyId::MIN,
        name: String::new(),
        p_number: None,
        site: Site {
            community: String::new(),
            point: Point::default(),
            island: false,
        },
        staff: Staff::default(),
    };
    (company, workplace)
}

pub fn fields(company: &mut Company, workplace: &mut Workplace, on: &mut impl Fields) {
    on.field("company-id", &mut Some(company.id));
    on.must("company", &mut company.name);
    let mut cvr = company.cvr.and_then(|number| Cvr::new(number).ok());
    on.field("cvr", &mut cvr);
    company.cvr = cvr.map(Cvr::number);
    on.field("public", &mut company.public);
    on.field("workplace-id", &mut Some(workplace.id));
    on.must("workplace", &mut workplace.name);
    let mut p_number = workplace.p_number.and_then(|number| PNumber::new(number).ok());
    on.field("p-number", &mut p_number);
    workplace.p_number = p_number.map(PNumber::number);
    site(&mut workplace.site, on);
    let mut ordinary = workplace.staff.ordinary.map(FourMonths);
    on.field("staff", &mut ordinary);
    workplace.staff.ordinary = ordinary.map(|months| months.0);
    on.field("supported", &mut workplace.staff.supported);
}
