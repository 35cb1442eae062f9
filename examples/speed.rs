use studyguide::markdown::{parse, html};
use studyguide::path::GuidePath;
use std::time::Instant;
fn main(){
  let mut files=vec![];
  for e in walkdir::WalkDir::new(std::env::args().nth(1).unwrap()){ let e=e.unwrap(); if e.path().extension().is_some_and(|x|x=="md"){ files.push(std::fs::read_to_string(e.path()).unwrap()); } }
  let p=GuidePath::new("a.md").unwrap();
  for _ in 0..3 {
  let t=Instant::now();
  let docs: Vec<_>=files.iter().map(|f| parse(&p,f,0)).collect();
  println!("parse {:?}", t.elapsed());
  let t=Instant::now();
  let h=studyguide::markdown::highlight::Highlighter::default();
  let mut n=0;
  for (d,_) in &docs { let hrefs=d.links.iter().map(|l| html::Href::Site(l.target.clone())).collect(); let o=Default::default();
    n+=html::body(html::Context{document:d,outline:&o,hrefs:&hrefs,highlighter:&h,remote_images:Default::default()}, &|_|None).main.len(); }
  println!("html {:?} {n}", t.elapsed());
  }
}
