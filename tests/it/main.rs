//! Promises that byline keeps, tested from outside: one binary, one file a promise's family.

// a test that is skipped says why on stderr
#![allow(clippy::print_stderr)]

mod aliases;
mod archive;
mod asked;
mod cited;
mod commands;
mod contract;
mod corpus;
mod damage;
mod entities;
mod exported;
mod formats;
mod help;
mod hostile;
mod house;
mod ids;
mod incremental;
mod judge;
mod kwic;
mod manners;
mod messages;
mod opened;
mod ordinary;
mod overview;
mod passages;
mod people;
mod places;
mod platforms;
mod prints;
mod promises;
mod quoted;
mod ranking;
mod readme;
mod records;
mod saved;
mod schemas;
mod seed;
mod shared;
mod shelf;
mod shown;
mod terminal;
mod threads;
mod together;
mod words;
