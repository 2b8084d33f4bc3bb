//! The papers around the table: pages of our own that read a plan and change it, without a script.

mod decide;
