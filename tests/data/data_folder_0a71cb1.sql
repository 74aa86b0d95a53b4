BEGIN TRANSACTION;
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
INSERT INTO "auth_permission" VALUES(1,1,'add_logentry','Can add log entry');
INSERT INTO "auth_permission" VALUES(2,1,'change_logentry','Can change log entry');
INSERT INTO "auth_permission" VALUES(3,1,'delete_logentry','Can delete log entry');
INSERT INTO "auth_permission" VALUES(4,1,'view_logentry','Can view log entry');
INSERT INTO "auth_permission" VALUES(5,2,'add_permission','Can add permission');
INSERT INTO "auth_permission" VALUES(6,2,'change_permission','Can change permission');
INSERT INTO "auth_permission" VALUES(7,2,'delete_permission','Can delete permission');
INSERT INTO "auth_permission" VALUES(8,2,'view_permission','Can view permission');
INSERT INTO "auth_permission" VALUES(9,3,'add_group','Can add group');
INSERT INTO "auth_permission" VALUES(10,3,'change_group','Can change group');
INSERT INTO "auth_permission" VALUES(11,3,'delete_group','Can delete group');
INSERT INTO "auth_permission" VALUES(12,3,'view_group','Can view group');
INSERT INTO "auth_permission" VALUES(13,4,'add_user','Can add user');
INSERT INTO "auth_permission" VALUES(14,4,'change_user','Can change user');
INSERT INTO "auth_permission" VALUES(15,4,'delete_user','Can delete user');
INSERT INTO "auth_permission" VALUES(16,4,'view_user','Can view user');
INSERT INTO "auth_permission" VALUES(17,5,'add_contenttype','Can add content type');
INSERT INTO "auth_permission" VALUES(18,5,'change_contenttype','Can change content type');
INSERT INTO "auth_permission" VALUES(19,5,'delete_contenttype','Can delete content type');
INSERT INTO "auth_permission" VALUES(20,5,'view_contenttype','Can view content type');
INSERT INTO "auth_permission" VALUES(21,6,'add_session','Can add session');
INSERT INTO "auth_permission" VALUES(22,6,'change_session','Can change session');
INSERT INTO "auth_permission" VALUES(23,6,'delete_session','Can delete session');
INSERT INTO "auth_permission" VALUES(24,6,'view_session','Can view session');
INSERT INTO "auth_permission" VALUES(25,7,'add_contentrevision','Can add content revision');
INSERT INTO "auth_permission" VALUES(26,7,'change_contentrevision','Can change content revision');
INSERT INTO "auth_permission" VALUES(27,7,'delete_contentrevision','Can delete content revision');
INSERT INTO "auth_permission" VALUES(28,7,'view_contentrevision','Can view content revision');
INSERT INTO "auth_permission" VALUES(29,8,'add_rowdate','Can add row date');
INSERT INTO "auth_permission" VALUES(30,8,'change_rowdate','Can change row date');
INSERT INTO "auth_permission" VALUES(31,8,'delete_rowdate','Can delete row date');
INSERT INTO "auth_permission" VALUES(32,8,'view_rowdate','Can view row date');
INSERT INTO "auth_permission" VALUES(33,9,'add_expert','Can add 专家');
INSERT INTO "auth_permission" VALUES(34,9,'change_expert','Can change 专家');
INSERT INTO "auth_permission" VALUES(35,9,'delete_expert','Can delete 专家');
INSERT INTO "auth_permission" VALUES(36,9,'view_expert','Can view 专家');
INSERT INTO "auth_permission" VALUES(37,10,'add_organisation','Can add 机构');
INSERT INTO "auth_permission" VALUES(38,10,'change_organisation','Can change 机构');
INSERT INTO "auth_permission" VALUES(39,10,'delete_organisation','Can delete 机构');
INSERT INTO "auth_permission" VALUES(40,10,'view_organisation','Can view 机构');
INSERT INTO "auth_permission" VALUES(41,11,'add_affiliation','Can add 任职');
INSERT INTO "auth_permission" VALUES(42,11,'change_affiliation','Can change 任职');
INSERT INTO "auth_permission" VALUES(43,11,'delete_affiliation','Can delete 任职');
INSERT INTO "auth_permission" VALUES(44,11,'view_affiliation','Can view 任职');
INSERT INTO "auth_permission" VALUES(45,12,'add_reference','Can add 参考资料');
INSERT INTO "auth_permission" VALUES(46,12,'change_reference','Can change 参考资料');
INSERT INTO "auth_permission" VALUES(47,12,'delete_reference','Can delete 参考资料');
INSERT INTO "auth_permission" VALUES(48,12,'view_reference','Can view 参考资料');
INSERT INTO "auth_permission" VALUES(49,13,'add_theme','Can add 主题');
INSERT INTO "auth_permission" VALUES(50,13,'change_theme','Can change 主题');
INSERT INTO "auth_permission" VALUES(51,13,'delete_theme','Can delete 主题');
INSERT INTO "auth_permission" VALUES(52,13,'view_theme','Can view 主题');
INSERT INTO "auth_permission" VALUES(53,14,'add_book','Can add 图书');
INSERT INTO "auth_permission" VALUES(54,14,'change_book','Can change 图书');
INSERT INTO "auth_permission" VALUES(55,14,'delete_book','Can delete 图书');
INSERT INTO "auth_permission" VALUES(56,14,'view_book','Can view 图书');
INSERT INTO "auth_permission" VALUES(57,15,'add_case','Can add 案例');
INSERT INTO "auth_permission" VALUES(58,15,'change_case','Can change 案例');
INSERT INTO "auth_permission" VALUES(59,15,'delete_case','Can delete 案例');
INSERT INTO "auth_permission" VALUES(60,15,'view_case','Can view 案例');
INSERT INTO "auth_permission" VALUES(61,16,'add_critique','Can add 专家点评');
INSERT INTO "auth_permission" VALUES(62,16,'change_critique','Can change 专家点评');
INSERT INTO "auth_permission" VALUES(63,16,'delete_critique','Can delete 专家点评');
INSERT INTO "auth_permission" VALUES(64,16,'view_critique','Can view 专家点评');
INSERT INTO "auth_permission" VALUES(65,17,'add_erratum','Can add 勘误');
INSERT INTO "auth_permission" VALUES(66,17,'change_erratum','Can change 勘误');
INSERT INTO "auth_permission" VALUES(67,17,'delete_erratum','Can delete 勘误');
INSERT INTO "auth_permission" VALUES(68,17,'view_erratum','Can view 勘误');
INSERT INTO "auth_permission" VALUES(69,18,'add_part','Can add 篇');
INSERT INTO "auth_permission" VALUES(70,18,'change_part','Can change 篇');
INSERT INTO "auth_permission" VALUES(71,18,'delete_part','Can delete 篇');
INSERT INTO "auth_permission" VALUES(72,18,'view_part','Can view 篇');
INSERT INTO "auth_permission" VALUES(73,19,'add_place','Can add 地点');
INSERT INTO "auth_permission" VALUES(74,19,'change_place','Can change 地点');
INSERT INTO "auth_permission" VALUES(75,19,'delete_place','Can delete 地点');
INSERT INTO "auth_permission" VALUES(76,19,'view_place','Can view 地点');
INSERT INTO "auth_permission" VALUES(77,20,'add_caseplace','Can add 案例地点');
INSERT INTO "auth_permission" VALUES(78,20,'change_caseplace','Can change 案例地点');
INSERT INTO "auth_permission" VALUES(79,20,'delete_caseplace','Can delete 案例地点');
INSERT INTO "auth_permission" VALUES(80,20,'view_caseplace','Can view 案例地点');
INSERT INTO "auth_permission" VALUES(81,21,'add_section','Can add 小节');
INSERT INTO "auth_permission" VALUES(82,21,'change_section','Can change 小节');
INSERT INTO "auth_permission" VALUES(83,21,'delete_section','Can delete 小节');
INSERT INTO "auth_permission" VALUES(84,21,'view_section','Can view 小节');
INSERT INTO "auth_permission" VALUES(85,22,'add_passage','Can add 段落');
INSERT INTO "auth_permission" VALUES(86,22,'change_passage','Can change 段落');
INSERT INTO "auth_permission" VALUES(87,22,'delete_passage','Can delete 段落');
INSERT INTO "auth_permission" VALUES(88,22,'view_passage','Can view 段落');
INSERT INTO "auth_permission" VALUES(89,23,'add_fact','Can add 事实');
INSERT INTO "auth_permission" VALUES(90,23,'change_fact','Can change 事实');
INSERT INTO "auth_permission" VALUES(91,23,'delete_fact','Can delete 事实');
INSERT INTO "auth_permission" VALUES(92,23,'view_fact','Can view 事实');
INSERT INTO "auth_permission" VALUES(93,24,'add_casetheme','Can add 案例主题');
INSERT INTO "auth_permission" VALUES(94,24,'change_casetheme','Can change 案例主题');
INSERT INTO "auth_permission" VALUES(95,24,'delete_casetheme','Can delete 案例主题');
INSERT INTO "auth_permission" VALUES(96,24,'view_casetheme','Can view 案例主题');
INSERT INTO "auth_permission" VALUES(97,25,'add_contribution','Can add 编著贡献');
INSERT INTO "auth_permission" VALUES(98,25,'change_contribution','Can change 编著贡献');
INSERT INTO "auth_permission" VALUES(99,25,'delete_contribution','Can delete 编著贡献');
INSERT INTO "auth_permission" VALUES(100,25,'view_contribution','Can view 编著贡献');
INSERT INTO "auth_permission" VALUES(101,26,'add_importedrow','Can add 载入记录');
INSERT INTO "auth_permission" VALUES(102,26,'change_importedrow','Can change 载入记录');
INSERT INTO "auth_permission" VALUES(103,26,'delete_importedrow','Can delete 载入记录');
INSERT INTO "auth_permission" VALUES(104,26,'view_importedrow','Can view 载入记录');
INSERT INTO "auth_permission" VALUES(105,27,'add_seat','Can add 机构所在地');
INSERT INTO "auth_permission" VALUES(106,27,'change_seat','Can change 机构所在地');
INSERT INTO "auth_permission" VALUES(107,27,'delete_seat','Can delete 机构所在地');
INSERT INTO "auth_permission" VALUES(108,27,'view_seat','Can view 机构所在地');
INSERT INTO "auth_permission" VALUES(109,28,'add_dictionaryword','Can add 词典词');
INSERT INTO "auth_permission" VALUES(110,28,'change_dictionaryword','Can change 词典词');
INSERT INTO "auth_permission" VALUES(111,28,'delete_dictionaryword','Can delete 词典词');
INSERT INTO "auth_permission" VALUES(112,28,'view_dictionaryword','Can view 词典词');
INSERT INTO "auth_permission" VALUES(113,29,'add_failedsearch','Can add 无结果检索');
INSERT INTO "auth_permission" VALUES(114,29,'change_failedsearch','Can change 无结果检索');
INSERT INTO "auth_permission" VALUES(115,29,'delete_failedsearch','Can delete 无结果检索');
INSERT INTO "auth_permission" VALUES(116,29,'view_failedsearch','Can view 无结果检索');
INSERT INTO "auth_permission" VALUES(117,30,'add_outboxentry','Can add 待索引项');
INSERT INTO "auth_permission" VALUES(118,30,'change_outboxentry','Can change 待索引项');
INSERT INTO "auth_permission" VALUES(119,30,'delete_outboxentry','Can delete 待索引项');
INSERT INTO "auth_permission" VALUES(120,30,'view_outboxentry','Can view 待索引项');
INSERT INTO "auth_permission" VALUES(121,31,'add_stopword','Can add 停用词');
INSERT INTO "auth_permission" VALUES(122,31,'change_stopword','Can change 停用词');
INSERT INTO "auth_permission" VALUES(123,31,'delete_stopword','Can delete 停用词');
INSERT INTO "auth_permission" VALUES(124,31,'view_stopword','Can view 停用词');
INSERT INTO "auth_permission" VALUES(125,32,'add_vocabularyrevision','Can add vocabulary revision');
INSERT INTO "auth_permission" VALUES(126,32,'change_vocabularyrevision','Can change vocabulary revision');
INSERT INTO "auth_permission" VALUES(127,32,'delete_vocabularyrevision','Can delete vocabulary revision');
INSERT INTO "auth_permission" VALUES(128,32,'view_vocabularyrevision','Can view vocabulary revision');
INSERT INTO "auth_permission" VALUES(129,33,'add_synonym','Can add 同义词');
INSERT INTO "auth_permission" VALUES(130,33,'change_synonym','Can change 同义词');
INSERT INTO "auth_permission" VALUES(131,33,'delete_synonym','Can delete 同义词');
INSERT INTO "auth_permission" VALUES(132,33,'view_synonym','Can view 同义词');
CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "first_name" varchar(150) NOT NULL);
CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "casebook_contentrevision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "mark" bigint NOT NULL, "changed_at" datetime NOT NULL);
INSERT INTO "casebook_contentrevision" VALUES(1,5833576772433741129,'2026-11-30 16:00:07.807');
CREATE TABLE "casebook_rowdate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "key" bigint NOT NULL, "changed_at" datetime NOT NULL, CONSTRAINT "one_date_a_row" UNIQUE ("kind", "key"));
INSERT INTO "casebook_rowdate" VALUES(1,'place',1,'2026-11-30 15:58:19.655');
INSERT INTO "casebook_rowdate" VALUES(4,'place',2,'2026-11-30 15:58:19.657');
INSERT INTO "casebook_rowdate" VALUES(7,'place',3,'2026-11-30 15:58:19.658');
INSERT INTO "casebook_rowdate" VALUES(10,'place',4,'2026-11-30 15:58:19.664');
INSERT INTO "casebook_rowdate" VALUES(13,'place',5,'2026-11-30 15:58:19.665');
INSERT INTO "casebook_rowdate" VALUES(16,'place',6,'2026-11-30 15:58:19.666');
INSERT INTO "casebook_rowdate" VALUES(19,'place',7,'2026-11-30 15:58:19.672');
INSERT INTO "casebook_rowdate" VALUES(22,'place',8,'2026-11-30 15:58:19.673');
INSERT INTO "casebook_rowdate" VALUES(25,'place',9,'2026-11-30 15:58:19.674');
INSERT INTO "casebook_rowdate" VALUES(28,'place',10,'2026-11-30 15:58:19.678');
INSERT INTO "casebook_rowdate" VALUES(31,'place',11,'2026-11-30 15:58:19.680');
INSERT INTO "casebook_rowdate" VALUES(34,'place',12,'2026-11-30 15:58:19.689');
INSERT INTO "casebook_rowdate" VALUES(37,'place',13,'2026-11-30 15:58:19.724');
INSERT INTO "casebook_rowdate" VALUES(40,'place',14,'2026-11-30 15:58:19.726');
INSERT INTO "casebook_rowdate" VALUES(43,'place',15,'2026-11-30 15:58:19.734');
INSERT INTO "casebook_rowdate" VALUES(46,'place',16,'2026-11-30 15:58:19.745');
INSERT INTO "casebook_rowdate" VALUES(49,'place',17,'2026-11-30 15:58:19.746');
INSERT INTO "casebook_rowdate" VALUES(52,'place',18,'2026-11-30 15:58:19.753');
INSERT INTO "casebook_rowdate" VALUES(55,'place',19,'2026-11-30 15:58:26.853');
INSERT INTO "casebook_rowdate" VALUES(58,'place',20,'2026-11-30 15:58:19.769');
INSERT INTO "casebook_rowdate" VALUES(61,'place',21,'2026-11-30 15:58:19.774');
INSERT INTO "casebook_rowdate" VALUES(64,'place',22,'2026-11-30 15:58:19.788');
INSERT INTO "casebook_rowdate" VALUES(67,'place',23,'2026-11-30 15:58:26.853');
INSERT INTO "casebook_rowdate" VALUES(70,'place',24,'2026-11-30 15:58:19.797');
INSERT INTO "casebook_rowdate" VALUES(73,'place',25,'2026-11-30 15:58:19.798');
INSERT INTO "casebook_rowdate" VALUES(76,'place',26,'2026-11-30 15:58:19.809');
INSERT INTO "casebook_rowdate" VALUES(79,'place',27,'2026-11-30 15:58:19.815');
INSERT INTO "casebook_rowdate" VALUES(82,'place',28,'2026-11-30 15:58:19.819');
INSERT INTO "casebook_rowdate" VALUES(85,'place',29,'2026-11-30 15:58:19.850');
INSERT INTO "casebook_rowdate" VALUES(88,'place',30,'2026-11-30 15:58:19.870');
INSERT INTO "casebook_rowdate" VALUES(91,'place',31,'2026-11-30 15:58:19.885');
INSERT INTO "casebook_rowdate" VALUES(94,'place',32,'2026-11-30 15:58:19.892');
INSERT INTO "casebook_rowdate" VALUES(97,'place',33,'2026-11-30 15:58:19.902');
INSERT INTO "casebook_rowdate" VALUES(100,'place',34,'2026-11-30 15:58:19.914');
INSERT INTO "casebook_rowdate" VALUES(103,'place',35,'2026-11-30 15:58:19.917');
INSERT INTO "casebook_rowdate" VALUES(106,'place',36,'2026-11-30 15:58:19.919');
INSERT INTO "casebook_rowdate" VALUES(109,'place',37,'2026-11-30 15:58:19.925');
INSERT INTO "casebook_rowdate" VALUES(112,'place',38,'2026-11-30 15:58:19.937');
INSERT INTO "casebook_rowdate" VALUES(115,'place',39,'2026-11-30 15:58:19.955');
INSERT INTO "casebook_rowdate" VALUES(118,'place',40,'2026-11-30 15:58:19.964');
INSERT INTO "casebook_rowdate" VALUES(121,'place',41,'2026-11-30 15:58:19.975');
INSERT INTO "casebook_rowdate" VALUES(124,'place',42,'2026-11-30 15:58:19.977');
INSERT INTO "casebook_rowdate" VALUES(127,'theme',1,'2026-11-30 15:58:19.998');
INSERT INTO "casebook_rowdate" VALUES(128,'theme',2,'2026-11-30 15:58:19.998');
INSERT INTO "casebook_rowdate" VALUES(129,'theme',3,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(130,'theme',4,'2026-11-30 15:58:19.999');
INSERT INTO "casebook_rowdate" VALUES(131,'theme',5,'2026-11-30 15:58:19.999');
INSERT INTO "casebook_rowdate" VALUES(132,'theme',6,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(133,'theme',7,'2026-11-30 15:58:20.000');
INSERT INTO "casebook_rowdate" VALUES(134,'theme',8,'2026-11-30 15:58:20.000');
INSERT INTO "casebook_rowdate" VALUES(135,'theme',9,'2026-11-30 15:58:26.860');
INSERT INTO "casebook_rowdate" VALUES(136,'theme',10,'2026-11-30 15:58:26.862');
INSERT INTO "casebook_rowdate" VALUES(137,'theme',11,'2026-11-30 15:58:20.001');
INSERT INTO "casebook_rowdate" VALUES(138,'theme',12,'2026-11-30 15:58:20.001');
INSERT INTO "casebook_rowdate" VALUES(139,'theme',13,'2026-11-30 15:58:20.001');
INSERT INTO "casebook_rowdate" VALUES(140,'theme',14,'2026-11-30 15:58:20.001');
INSERT INTO "casebook_rowdate" VALUES(141,'theme',15,'2026-11-30 15:58:26.862');
INSERT INTO "casebook_rowdate" VALUES(142,'theme',16,'2026-11-30 15:58:20.002');
INSERT INTO "casebook_rowdate" VALUES(143,'theme',17,'2026-11-30 15:58:20.002');
INSERT INTO "casebook_rowdate" VALUES(144,'theme',18,'2026-11-30 15:58:20.002');
INSERT INTO "casebook_rowdate" VALUES(145,'organisation',1,'2026-11-30 15:58:26.549');
INSERT INTO "casebook_rowdate" VALUES(146,'organisation',2,'2026-11-30 15:58:26.553');
INSERT INTO "casebook_rowdate" VALUES(147,'organisation',3,'2026-11-30 15:58:26.550');
INSERT INTO "casebook_rowdate" VALUES(148,'organisation',4,'2026-11-30 15:58:26.550');
INSERT INTO "casebook_rowdate" VALUES(149,'organisation',5,'2026-11-30 15:58:26.550');
INSERT INTO "casebook_rowdate" VALUES(150,'organisation',6,'2026-11-30 15:58:26.550');
INSERT INTO "casebook_rowdate" VALUES(151,'organisation',7,'2026-11-30 15:58:26.550');
INSERT INTO "casebook_rowdate" VALUES(152,'organisation',8,'2026-11-30 15:58:26.551');
INSERT INTO "casebook_rowdate" VALUES(153,'organisation',9,'2026-11-30 15:58:26.551');
INSERT INTO "casebook_rowdate" VALUES(154,'organisation',10,'2026-11-30 15:58:26.551');
INSERT INTO "casebook_rowdate" VALUES(155,'organisation',11,'2026-11-30 15:58:26.553');
INSERT INTO "casebook_rowdate" VALUES(156,'organisation',12,'2026-11-30 15:58:26.552');
INSERT INTO "casebook_rowdate" VALUES(157,'organisation',13,'2026-11-30 15:58:26.553');
INSERT INTO "casebook_rowdate" VALUES(158,'organisation',14,'2026-11-30 15:58:26.594');
INSERT INTO "casebook_rowdate" VALUES(159,'organisation',15,'2026-11-30 15:58:26.594');
INSERT INTO "casebook_rowdate" VALUES(160,'organisation',16,'2026-11-30 15:58:26.595');
INSERT INTO "casebook_rowdate" VALUES(161,'organisation',17,'2026-11-30 15:58:26.553');
INSERT INTO "casebook_rowdate" VALUES(162,'expert',1,'2026-11-30 15:58:26.598');
INSERT INTO "casebook_rowdate" VALUES(163,'expert',2,'2026-11-30 15:58:26.574');
INSERT INTO "casebook_rowdate" VALUES(164,'expert',3,'2026-11-30 15:58:26.589');
INSERT INTO "casebook_rowdate" VALUES(165,'expert',4,'2026-11-30 15:58:26.637');
INSERT INTO "casebook_rowdate" VALUES(166,'expert',5,'2026-11-30 15:58:26.654');
INSERT INTO "casebook_rowdate" VALUES(167,'expert',6,'2026-11-30 15:58:26.663');
INSERT INTO "casebook_rowdate" VALUES(168,'expert',7,'2026-11-30 15:58:26.653');
INSERT INTO "casebook_rowdate" VALUES(169,'expert',8,'2026-11-30 15:58:26.669');
INSERT INTO "casebook_rowdate" VALUES(170,'expert',9,'2026-11-30 15:58:26.646');
INSERT INTO "casebook_rowdate" VALUES(171,'expert',10,'2026-11-30 15:58:26.645');
INSERT INTO "casebook_rowdate" VALUES(172,'expert',11,'2026-11-30 15:58:26.670');
INSERT INTO "casebook_rowdate" VALUES(173,'expert',12,'2026-11-30 15:58:26.592');
INSERT INTO "casebook_rowdate" VALUES(210,'book',1,'2026-11-30 16:00:06.906');
INSERT INTO "casebook_rowdate" VALUES(211,'part',1,'2026-11-30 15:58:26.557');
INSERT INTO "casebook_rowdate" VALUES(213,'part',2,'2026-11-30 16:00:06.906');
INSERT INTO "casebook_rowdate" VALUES(215,'part',3,'2026-11-30 15:58:26.561');
INSERT INTO "casebook_rowdate" VALUES(217,'case',1,'2026-11-30 16:00:06.906');
INSERT INTO "casebook_rowdate" VALUES(220,'case',2,'2026-11-30 15:58:26.860');
INSERT INTO "casebook_rowdate" VALUES(223,'case',3,'2026-11-30 15:58:26.860');
INSERT INTO "casebook_rowdate" VALUES(226,'case',4,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(229,'case',5,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(232,'case',6,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(235,'case',7,'2026-11-30 15:58:26.861');
INSERT INTO "casebook_rowdate" VALUES(238,'case',8,'2026-11-30 15:58:26.862');
INSERT INTO "casebook_rowdate" VALUES(241,'case',9,'2026-11-30 15:58:26.862');
INSERT INTO "casebook_rowdate" VALUES(244,'case',10,'2026-11-30 15:58:26.862');
INSERT INTO "casebook_rowdate" VALUES(281,'critique',1,'2026-11-30 15:58:26.741');
INSERT INTO "casebook_rowdate" VALUES(285,'critique',2,'2026-11-30 15:58:26.742');
INSERT INTO "casebook_rowdate" VALUES(289,'critique',3,'2026-11-30 15:58:26.749');
INSERT INTO "casebook_rowdate" VALUES(293,'critique',4,'2026-11-30 15:58:26.749');
INSERT INTO "casebook_rowdate" VALUES(298,'critique',5,'2026-11-30 15:58:26.750');
INSERT INTO "casebook_rowdate" VALUES(302,'critique',6,'2026-11-30 15:58:26.756');
INSERT INTO "casebook_rowdate" VALUES(306,'critique',7,'2026-11-30 15:58:26.757');
INSERT INTO "casebook_rowdate" VALUES(310,'critique',8,'2026-11-30 15:58:26.759');
INSERT INTO "casebook_rowdate" VALUES(314,'critique',9,'2026-11-30 15:58:26.759');
INSERT INTO "casebook_rowdate" VALUES(318,'critique',10,'2026-11-30 15:58:26.760');
INSERT INTO "casebook_rowdate" VALUES(323,'critique',11,'2026-11-30 15:58:26.761');
INSERT INTO "casebook_rowdate" VALUES(327,'critique',12,'2026-11-30 15:58:26.762');
INSERT INTO "casebook_rowdate" VALUES(331,'critique',13,'2026-11-30 15:58:26.767');
INSERT INTO "casebook_rowdate" VALUES(335,'critique',14,'2026-11-30 15:58:26.768');
INSERT INTO "casebook_rowdate" VALUES(339,'section',1,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(340,'section',2,'2026-11-30 15:58:26.678');
INSERT INTO "casebook_rowdate" VALUES(341,'section',3,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(342,'section',4,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(343,'section',5,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(344,'section',6,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(345,'section',7,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(348,'section',8,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(349,'section',9,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(350,'section',10,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(351,'section',11,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(353,'section',12,'2026-11-30 15:58:26.741');
INSERT INTO "casebook_rowdate" VALUES(355,'section',13,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(357,'section',14,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(359,'section',15,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(361,'section',16,'2026-11-30 15:58:26.742');
INSERT INTO "casebook_rowdate" VALUES(363,'section',17,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(365,'section',18,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(367,'section',19,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(369,'section',20,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(371,'section',21,'2026-11-30 15:58:26.747');
INSERT INTO "casebook_rowdate" VALUES(373,'section',22,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(375,'section',23,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(377,'section',24,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(379,'section',25,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(381,'section',26,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(383,'section',27,'2026-11-30 15:58:26.749');
INSERT INTO "casebook_rowdate" VALUES(385,'section',28,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(387,'section',29,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(389,'section',30,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(391,'section',31,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(393,'section',32,'2026-11-30 15:58:26.751');
INSERT INTO "casebook_rowdate" VALUES(395,'section',33,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(397,'section',34,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(399,'section',35,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(401,'section',36,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(403,'section',37,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(405,'section',38,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(407,'section',39,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(409,'section',40,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(411,'section',41,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(413,'section',42,'2026-11-30 15:58:26.758');
INSERT INTO "casebook_rowdate" VALUES(415,'section',43,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(417,'section',44,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(419,'section',45,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(421,'section',46,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(423,'section',47,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(425,'section',48,'2026-11-30 15:58:26.760');
INSERT INTO "casebook_rowdate" VALUES(427,'section',49,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(429,'section',50,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(431,'section',51,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(433,'section',52,'2026-11-30 15:58:26.761');
INSERT INTO "casebook_rowdate" VALUES(435,'section',53,'2026-11-30 15:58:26.761');
INSERT INTO "casebook_rowdate" VALUES(437,'section',54,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(439,'section',55,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(441,'section',56,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(443,'section',57,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(445,'section',58,'2026-11-30 15:58:26.762');
INSERT INTO "casebook_rowdate" VALUES(447,'section',59,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(449,'section',60,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(451,'section',61,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(453,'section',62,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(454,'section',63,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(456,'section',64,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(458,'section',65,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(460,'section',66,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(462,'section',67,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(464,'section',68,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(466,'section',69,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(468,'section',70,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(470,'section',71,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(472,'section',72,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(474,'section',73,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(476,'section',74,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(478,'section',75,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(480,'section',76,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(482,'section',77,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(484,'section',78,'2026-11-30 15:58:26.820');
INSERT INTO "casebook_rowdate" VALUES(486,'section',79,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(488,'section',80,'2026-11-30 15:58:26.792');
INSERT INTO "casebook_rowdate" VALUES(490,'section',81,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(492,'section',82,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(494,'section',83,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(496,'section',84,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(498,'section',85,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(500,'section',86,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(502,'section',87,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(504,'section',88,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(506,'section',89,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(508,'section',90,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(510,'section',91,'2026-11-30 15:58:26.821');
INSERT INTO "casebook_rowdate" VALUES(512,'section',92,'2026-11-30 15:58:26.821');
CREATE TABLE "cases_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "slug" varchar(100) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "subtitle" varchar(200) NOT NULL, "parallel_title" varchar(200) NOT NULL, "english_title" varchar(300) NOT NULL, "language" varchar(20) NOT NULL, "isbn" varchar(20) NOT NULL, "cip_number" varchar(60) NOT NULL, "cip_title" varchar(300) NOT NULL, "cip_subjects" varchar(300) NOT NULL, "classification" varchar(40) NOT NULL, "place_of_publication" varchar(60) NOT NULL, "format" varchar(60) NOT NULL, "sheets" decimal NULL, "word_count" integer unsigned NULL CHECK ("word_count" >= 0), "edition" varchar(60) NOT NULL, "edition_date" date NULL, "printing" varchar(60) NOT NULL, "printing_date" date NULL, "price" decimal NULL, "website" varchar(200) NOT NULL, "notices" text NOT NULL CHECK ((JSON_VALID("notices") OR "notices" IS NULL)), "foreword_date" varchar(40) NOT NULL, "field_lines" text NOT NULL CHECK ((JSON_VALID("field_lines") OR "field_lines" IS NULL)));
INSERT INTO "cases_book" VALUES(1,'book',2,NULL,'[]','sample','示例案例集','智慧城市样本选编','Sample Casebook','','zh-Hans','978-7-0000-1234-9','（2024）第000001号','示例案例集——智慧城市样本选编','城市管理—样本—测试','C912.81','北京','710×1000 1/16',4.25,68000,'第一版','2024-05-01','第二次印刷','2024-06-01',36.5,'www.example.org','["\u6837\u672c\u5e02\u793a\u4f8b\u533a\u6d4b\u8bd5\u8def 1 \u53f7 (000001)", "\u603b\u7f16\u5ba4: (000) 00000001 \u53d1\u884c\u4e2d\u5fc3: (000) 00000002", "\u5404\u5730\u6837\u672c\u4e66\u5e97\u7ecf\u9500", "\u672c\u4e66\u5168\u90e8\u5185\u5bb9\u5747\u4e3a\u6d4b\u8bd5\u800c\u5199\uff0c\u4eba\u7269\u4e0e\u673a\u6784\u7eaf\u5c5e\u793a\u4f8b"]','2024年4月','{"cip_number": 39, "cip_subjects": 36, "cip_title": 31, "classification": 36, "edition": 57, "edition_date": 57, "format": 55, "isbn": 34, "notices": 43, "place_of_publication": 31, "price": 61, "printing": 57, "printing_date": 57, "sheets": 55, "website": 45, "word_count": 55}');
CREATE TABLE "cases_case" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "slug" varchar(120) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "name" varchar(200) NOT NULL, "subtitle" varchar(200) NOT NULL, "english_title" varchar(300) NOT NULL, "start_page" smallint unsigned NULL CHECK ("start_page" >= 0), "end_page" smallint unsigned NULL CHECK ("end_page" >= 0), "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, "part_id" bigint NULL REFERENCES "cases_part" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_case_a_number" UNIQUE ("book_id", "number"), CONSTRAINT "case_pages_in_order" CHECK ("end_page" >= ("start_page")));
INSERT INTO "cases_case" VALUES(1,'book',113,NULL,'["title"]',1,'sample-01','由编辑改过的标题','智慧苏州','河道水位的分钟级感知','',9,14,1,2);
INSERT INTO "cases_case" VALUES(2,'book',117,NULL,'[]',2,'sample-02','青岛港区一张图：船、车、货的同屏调度','青岛港区一张图','船、车、货的同屏调度','',15,20,1,2);
INSERT INTO "cases_case" VALUES(3,'book',121,NULL,'[]',3,'sample-03','成都社区微网格：把“小事”办在楼下','成都社区微网格','把“小事”办在楼下','',21,26,1,2);
INSERT INTO "cases_case" VALUES(4,'book',125,NULL,'[]',4,'sample-04','昆山路灯杆：从照明到感知（一杆多用—一网共享）','昆山路灯杆','从照明到感知（一杆多用—一网共享）','',27,32,1,2);
INSERT INTO "cases_case" VALUES(5,'book',131,NULL,'[]',5,'sample-05','广州南沙办事大厅：一枚二维码走到底','广州南沙办事大厅','一枚二维码走到底','',34,39,1,3);
INSERT INTO "cases_case" VALUES(6,'book',135,NULL,'[]',6,'sample-06','西安老城停车：3.0 版的错时共享','西安老城停车','3.0 版的错时共享','',40,45,1,3);
INSERT INTO "cases_case" VALUES(7,'book',139,NULL,'[]',7,'sample-07','厦门数据茶馆：中小企业的第一份数据账本','厦门数据茶馆','中小企业的第一份数据账本','',46,51,1,3);
INSERT INTO "cases_case" VALUES(8,'book',144,NULL,'[]',8,'sample-08','武汉社区食堂：订餐、配餐与陪餐的一本账','武汉社区食堂','订餐、配餐与陪餐的一本账','',52,59,1,3);
INSERT INTO "cases_case" VALUES(9,'book',148,NULL,'[]',9,'sample-09','杭州河滨驿站：环卫工人的冷热水地图','杭州河滨驿站','环卫工人的冷热水地图','',60,67,1,3);
INSERT INTO "cases_case" VALUES(10,'book',152,NULL,'[]',10,'sample-10','哈尔滨冬季除雪：把雪的去向讲清楚','哈尔滨冬季除雪','把雪的去向讲清楚','',68,NULL,1,3);
CREATE TABLE "cases_caseplace" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "is_primary" bool NOT NULL, "evidence" varchar(200) NOT NULL, "case_id" bigint NOT NULL REFERENCES "cases_case" ("id") DEFERRABLE INITIALLY DEFERRED, "place_id" bigint NOT NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_place_once_a_case" UNIQUE ("case_id", "place_id"));
INSERT INTO "cases_caseplace" VALUES(1,'derived',144,NULL,'[]',1,'武汉',8,23);
INSERT INTO "cases_caseplace" VALUES(2,'derived',148,NULL,'[]',1,'杭州',9,19);
CREATE TABLE "cases_casetheme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "evidence" varchar(200) NOT NULL, "case_id" bigint NOT NULL REFERENCES "cases_case" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "cases_theme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_theme_once_a_case" UNIQUE ("case_id", "theme_id"));
INSERT INTO "cases_casetheme" VALUES(1,'derived',113,NULL,'[]','感知',1,6);
INSERT INTO "cases_casetheme" VALUES(2,'derived',117,NULL,'[]','篇名“城市运行的协同感知”中的“感知”',2,6);
INSERT INTO "cases_casetheme" VALUES(3,'derived',117,NULL,'[]','篇名“城市运行的协同感知”中的“城市运行”',2,9);
INSERT INTO "cases_casetheme" VALUES(4,'derived',121,NULL,'[]','社区',3,10);
INSERT INTO "cases_casetheme" VALUES(5,'derived',125,NULL,'[]','共享',4,3);
INSERT INTO "cases_casetheme" VALUES(6,'derived',125,NULL,'[]','感知、灯杆',4,6);
INSERT INTO "cases_casetheme" VALUES(7,'derived',131,NULL,'[]','篇名“公共服务与产业培育”中的“产业培育”',5,15);
INSERT INTO "cases_casetheme" VALUES(8,'derived',135,NULL,'[]','共享',6,3);
INSERT INTO "cases_casetheme" VALUES(9,'derived',139,NULL,'[]','篇名“公共服务与产业培育”中的“产业培育”',7,15);
INSERT INTO "cases_casetheme" VALUES(10,'derived',144,NULL,'[]','社区',8,10);
INSERT INTO "cases_casetheme" VALUES(11,'derived',148,NULL,'[]','篇名“公共服务与产业培育”中的“产业培育”',9,15);
INSERT INTO "cases_casetheme" VALUES(12,'derived',152,NULL,'[]','篇名“公共服务与产业培育”中的“产业培育”',10,15);
CREATE TABLE "cases_contribution" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "role" varchar(30) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "name_as_printed" varchar(200) NOT NULL, "affiliation_as_printed" varchar(300) NOT NULL, "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, "expert_id" bigint NULL REFERENCES "experts_expert" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "experts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_contribution_a_place" UNIQUE ("book_id", "role", "order"), CONSTRAINT "contribution_by_one_expert_or_body" CHECK ((("expert_id" IS NULL OR "organisation_id" IS NULL) AND 1 = (CASE WHEN "expert_id" IS NULL THEN 1 ELSE 0 END + CASE WHEN "organisation_id" IS NULL THEN 1 ELSE 0 END))));
INSERT INTO "cases_contribution" VALUES(1,'book',67,NULL,'[]','chief_editor',1,'林示例','示例大学数字治理研究中心主任',1,1,NULL);
INSERT INTO "cases_contribution" VALUES(2,'book',8,NULL,'[]','chief_editor',2,'陈样本','',1,2,NULL);
INSERT INTO "cases_contribution" VALUES(3,'book',69,NULL,'[]','associate_editor',1,'陈样本','样本市大数据中心副主任、高级工程师',1,2,NULL);
INSERT INTO "cases_contribution" VALUES(4,'book',73,NULL,'[]','editorial_board',1,'周范文','示例科学院院士、样本大学教授',1,3,NULL);
INSERT INTO "cases_contribution" VALUES(5,'book',74,NULL,'[]','editorial_board',2,'郑示范','样本市数字治理专家委员会副主任',1,4,NULL);
INSERT INTO "cases_contribution" VALUES(6,'book',75,NULL,'[]','editorial_board',3,'王 模','示例城市规划协会秘书长',1,5,NULL);
INSERT INTO "cases_contribution" VALUES(7,'book',76,NULL,'[]','editorial_board',4,'冯测试','样本软件股份有限公司解决方案总监',1,6,NULL);
INSERT INTO "cases_contribution" VALUES(8,'book',77,NULL,'[]','editorial_board',5,'褚演练','《示例月刊》杂志社社长、示例传播研究院院长',1,7,NULL);
INSERT INTO "cases_contribution" VALUES(9,'book',78,NULL,'[]','editorial_board',6,'卫试用','示例集团副总裁',1,8,NULL);
INSERT INTO "cases_contribution" VALUES(10,'book',82,NULL,'[]','executive_editorial_board',1,'蒋草稿','样本市大数据中心',1,9,NULL);
INSERT INTO "cases_contribution" VALUES(11,'book',83,NULL,'[]','executive_editorial_board',2,'沈底本','示例数据(样本)科技有限公司副总经理(主持工作)',1,10,NULL);
INSERT INTO "cases_contribution" VALUES(12,'book',10,NULL,'[]','foreword',1,'周范文','示例科学院院士 样本大学教授',1,3,NULL);
INSERT INTO "cases_contribution" VALUES(13,'book',12,NULL,'[]','recommender',1,'吴 例','样本市数据局局长（原）',1,11,NULL);
INSERT INTO "cases_contribution" VALUES(14,'book',14,NULL,'[]','recommender',2,'Ada Sample','示例皇家学会会员',1,12,NULL);
INSERT INTO "cases_contribution" VALUES(15,'book',16,NULL,'[]','recommender',3,'样本智慧城市研究院','',1,NULL,14);
INSERT INTO "cases_contribution" VALUES(16,'book',26,NULL,'[]','publisher',1,'示例出版社','',1,NULL,15);
INSERT INTO "cases_contribution" VALUES(17,'book',49,NULL,'[]','printer',1,'示例印刷厂','',1,NULL,16);
CREATE TABLE "cases_contribution_affiliations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "contribution_id" bigint NOT NULL REFERENCES "cases_contribution" ("id") DEFERRABLE INITIALLY DEFERRED, "affiliation_id" bigint NOT NULL REFERENCES "experts_affiliation" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "cases_contribution_affiliations" VALUES(1,1,1);
INSERT INTO "cases_contribution_affiliations" VALUES(2,3,2);
INSERT INTO "cases_contribution_affiliations" VALUES(3,3,3);
INSERT INTO "cases_contribution_affiliations" VALUES(4,4,4);
INSERT INTO "cases_contribution_affiliations" VALUES(5,4,5);
INSERT INTO "cases_contribution_affiliations" VALUES(6,5,6);
INSERT INTO "cases_contribution_affiliations" VALUES(7,6,7);
INSERT INTO "cases_contribution_affiliations" VALUES(8,7,8);
INSERT INTO "cases_contribution_affiliations" VALUES(9,8,9);
INSERT INTO "cases_contribution_affiliations" VALUES(10,8,10);
INSERT INTO "cases_contribution_affiliations" VALUES(11,9,11);
INSERT INTO "cases_contribution_affiliations" VALUES(12,10,12);
INSERT INTO "cases_contribution_affiliations" VALUES(13,11,13);
INSERT INTO "cases_contribution_affiliations" VALUES(14,12,4);
INSERT INTO "cases_contribution_affiliations" VALUES(15,12,5);
INSERT INTO "cases_contribution_affiliations" VALUES(16,13,14);
INSERT INTO "cases_contribution_affiliations" VALUES(17,14,15);
CREATE TABLE "cases_critique" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "slug" varchar(200) NOT NULL UNIQUE, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "name_as_printed" varchar(100) NOT NULL, "affiliation_as_printed" varchar(300) NOT NULL, "case_id" bigint NOT NULL REFERENCES "cases_case" ("id") DEFERRABLE INITIALLY DEFERRED, "expert_id" bigint NOT NULL REFERENCES "experts_expert" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_critique_an_expert" UNIQUE ("case_id", "expert_id"), CONSTRAINT "one_critique_a_position" UNIQUE ("case_id", "order"));
INSERT INTO "cases_critique" VALUES(1,'book',115,NULL,'[]','sample-01-lin-shili',1,'林示例','示例大学数字治理研究中心主任',1,1);
INSERT INTO "cases_critique" VALUES(2,'book',119,NULL,'[]','sample-02-wang-mo',1,'王 模','示例城市规划协会秘书长',2,5);
INSERT INTO "cases_critique" VALUES(3,'book',123,NULL,'[]','sample-03-zheng-shifan',1,'郑示范','样本市数字治理专家咨询委员会副主任',3,4);
INSERT INTO "cases_critique" VALUES(4,'book',123,NULL,'[]','sample-03-chu-yanlian',2,'褚演练','《示例月刊》杂志社社长，示例传播研究院院长',3,7);
INSERT INTO "cases_critique" VALUES(5,'book',127,NULL,'[]','sample-04-feng-ceshi',1,'冯测试','样本软件股份有限公司解决方案总监',4,6);
INSERT INTO "cases_critique" VALUES(6,'book',133,NULL,'[]','sample-05-zheng-shifan',1,'郑示范','样本市数字治理专家咨询委员会副主任',5,4);
INSERT INTO "cases_critique" VALUES(7,'book',137,NULL,'[]','sample-06-wei-shiyong',1,'卫试用','示例集团副总裁',6,8);
INSERT INTO "cases_critique" VALUES(8,'book',141,NULL,'[]','sample-07-shen-diben',1,'沈底本','示例数据(样本)科技有限公司副总经理',7,10);
INSERT INTO "cases_critique" VALUES(9,'book',142,NULL,'[]','sample-07-jiang-caogao',2,'蒋草稿','样本市大数据中心高级工程师',7,9);
INSERT INTO "cases_critique" VALUES(10,'book',146,NULL,'[]','sample-08-chu-yanlian',1,'褚演练','《示例月刊》杂志社社长，示例传播研究院院长',8,7);
INSERT INTO "cases_critique" VALUES(11,'book',150,NULL,'[]','sample-09-wang-mo',1,'王 模','示例城市规划协会秘书长',9,5);
INSERT INTO "cases_critique" VALUES(12,'book',150,NULL,'[]','sample-09-feng-ceshi',2,'冯测试','样本软件股份有限公司解决方案总监',9,6);
INSERT INTO "cases_critique" VALUES(13,'book',154,NULL,'[]','sample-10-wei-shiyong',1,'卫试用','示例集团副总裁',10,8);
INSERT INTO "cases_critique" VALUES(14,'book',155,NULL,'[]','sample-10-wu-li',2,'吴 例','样本市数据局局长（原）',10,11);
CREATE TABLE "cases_critique_affiliations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "critique_id" bigint NOT NULL REFERENCES "cases_critique" ("id") DEFERRABLE INITIALLY DEFERRED, "affiliation_id" bigint NOT NULL REFERENCES "experts_affiliation" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "cases_critique_affiliations" VALUES(1,1,1);
INSERT INTO "cases_critique_affiliations" VALUES(2,2,7);
INSERT INTO "cases_critique_affiliations" VALUES(3,3,16);
INSERT INTO "cases_critique_affiliations" VALUES(4,4,9);
INSERT INTO "cases_critique_affiliations" VALUES(5,4,10);
INSERT INTO "cases_critique_affiliations" VALUES(6,5,8);
INSERT INTO "cases_critique_affiliations" VALUES(7,6,16);
INSERT INTO "cases_critique_affiliations" VALUES(8,7,11);
INSERT INTO "cases_critique_affiliations" VALUES(9,8,17);
INSERT INTO "cases_critique_affiliations" VALUES(10,9,18);
INSERT INTO "cases_critique_affiliations" VALUES(11,10,9);
INSERT INTO "cases_critique_affiliations" VALUES(12,10,10);
INSERT INTO "cases_critique_affiliations" VALUES(13,11,7);
INSERT INTO "cases_critique_affiliations" VALUES(14,12,8);
INSERT INTO "cases_critique_affiliations" VALUES(15,13,11);
INSERT INTO "cases_critique_affiliations" VALUES(16,14,14);
CREATE TABLE "cases_erratum" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "subject" varchar(200) NOT NULL, "reading" varchar(300) NOT NULL, "other_reading" varchar(300) NOT NULL, "other_line" integer unsigned NULL CHECK ("other_line" >= 0), "note" varchar(500) NOT NULL, "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_erratum_a_subject" UNIQUE ("book_id", "subject"));
INSERT INTO "cases_erratum" VALUES(1,'book',8,NULL,'[]',1,'陈样本','主编','副主编',69,'封面与编委会名单所列职责不一致',1);
INSERT INTO "cases_erratum" VALUES(2,'book',74,NULL,'[]',2,'郑示范','样本市数字治理专家委员会副主任','样本市数字治理专家咨询委员会副主任',123,'同一人的职务，书中两处表述不一致',1);
CREATE TABLE "cases_fact" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "slug" varchar(120) NOT NULL UNIQUE, "statement" varchar(500) NOT NULL, "kind" varchar(40) NOT NULL, "value" decimal NULL, "value_to" decimal NULL, "unit" varchar(40) NOT NULL, "year" smallint unsigned NULL CHECK ("year" >= 0), "book_id" bigint NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, "case_id" bigint NULL REFERENCES "cases_case" ("id") DEFERRABLE INITIALLY DEFERRED, "reference_id" bigint NULL REFERENCES "cases_reference" ("id") DEFERRABLE INITIALLY DEFERRED, "section_id" bigint NULL REFERENCES "cases_section" ("id") DEFERRABLE INITIALLY DEFERRED, "about" varchar(10) NOT NULL, "after_book" bool NULL, "caveat" varchar(300) NOT NULL, "confidence" varchar(10) NOT NULL, "erratum_id" bigint NULL REFERENCES "cases_erratum" ("id") DEFERRABLE INITIALLY DEFERRED, "period" varchar(21) NOT NULL, "qualifier" varchar(10) NOT NULL, "section_title" varchar(300) NOT NULL, "self_reported" bool NOT NULL, "support" varchar(100) NOT NULL, "part_id" bigint NULL REFERENCES "cases_part" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_public_fact_has_a_reference" CHECK ((NOT ("origin" = 'public') OR "reference_id" IS NOT NULL)), CONSTRAINT "fact_range_in_order" CHECK (("value_to" IS NULL OR "value_to" >= ("value"))), CONSTRAINT "a_book_fact_has_a_source_line" CHECK ((NOT ("origin" = 'book') OR "source_line" IS NOT NULL)));
CREATE TABLE "cases_fact_organisations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "fact_id" bigint NOT NULL REFERENCES "cases_fact" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "experts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cases_fact_places" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "fact_id" bigint NOT NULL REFERENCES "cases_fact" ("id") DEFERRABLE INITIALLY DEFERRED, "place_id" bigint NOT NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cases_importedrow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" varchar(120) NOT NULL, "model" varchar(60) NOT NULL, "key" text NOT NULL CHECK ((JSON_VALID("key") OR "key" IS NULL)), "object_id" bigint unsigned NOT NULL CHECK ("object_id" >= 0), "values" text NOT NULL CHECK ((JSON_VALID("values") OR "values" IS NULL)), CONSTRAINT "one_memory_a_row" UNIQUE ("source", "model", "object_id"));
INSERT INTO "cases_importedrow" VALUES(1,'places','cases.place','["beijing"]',1,'{"slug": "beijing", "name": "\u5317\u4eac\u5e02", "short_name": "\u5317\u4eac", "level": "municipality", "code": "110000", "parent": null, "english_name": "Beijing", "pinyin": "bei jing shi", "pinyin_short": "beijing", "initials": "bj", "aliases": [], "longitude": 116.40115, "latitude": 39.90281, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(2,'places','cases.place','["hebei"]',2,'{"slug": "hebei", "name": "\u6cb3\u5317\u7701", "short_name": "\u6cb3\u5317", "level": "province", "code": "130000", "parent": null, "english_name": "Hebei", "pinyin": "he bei sheng", "pinyin_short": "hebei", "initials": "hb", "aliases": [], "longitude": 114.5243, "latitude": 38.03684, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(3,'places','cases.place','["shanghai"]',3,'{"slug": "shanghai", "name": "\u4e0a\u6d77\u5e02", "short_name": "\u4e0a\u6d77", "level": "municipality", "code": "310000", "parent": null, "english_name": "Shanghai", "pinyin": "shang hai shi", "pinyin_short": "shanghai", "initials": "sh", "aliases": [], "longitude": 121.46912, "latitude": 31.2323, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(4,'places','cases.place','["jiangsu"]',4,'{"slug": "jiangsu", "name": "\u6c5f\u82cf\u7701", "short_name": "\u6c5f\u82cf", "level": "province", "code": "320000", "parent": null, "english_name": "Jiangsu", "pinyin": "jiang su sheng", "pinyin_short": "jiangsu", "initials": "js", "aliases": [], "longitude": 118.75754, "latitude": 32.06291, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(5,'places','cases.place','["zhejiang"]',5,'{"slug": "zhejiang", "name": "\u6d59\u6c5f\u7701", "short_name": "\u6d59\u6c5f", "level": "province", "code": "330000", "parent": null, "english_name": "Zhejiang", "pinyin": "zhe jiang sheng", "pinyin_short": "zhejiang", "initials": "zj", "aliases": [], "longitude": 120.14787, "latitude": 30.26891, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(6,'places','cases.place','["shandong"]',6,'{"slug": "shandong", "name": "\u5c71\u4e1c\u7701", "short_name": "\u5c71\u4e1c", "level": "province", "code": "370000", "parent": null, "english_name": "Shandong", "pinyin": "shan dong sheng", "pinyin_short": "shandong", "initials": "sd", "aliases": [], "longitude": 117.01401, "latitude": 36.67085, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(7,'places','cases.place','["hubei"]',7,'{"slug": "hubei", "name": "\u6e56\u5317\u7701", "short_name": "\u6e56\u5317", "level": "province", "code": "420000", "parent": null, "english_name": "Hubei", "pinyin": "hu bei sheng", "pinyin_short": "hubei", "initials": "hb", "aliases": [], "longitude": 114.33626, "latitude": 30.54893, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(8,'places','cases.place','["hunan"]',8,'{"slug": "hunan", "name": "\u6e56\u5357\u7701", "short_name": "\u6e56\u5357", "level": "province", "code": "430000", "parent": null, "english_name": "Hunan", "pinyin": "hu nan sheng", "pinyin_short": "hunan", "initials": "hn", "aliases": [], "longitude": 112.97804, "latitude": 28.11615, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(9,'places','cases.place','["guangdong"]',9,'{"slug": "guangdong", "name": "\u5e7f\u4e1c\u7701", "short_name": "\u5e7f\u4e1c", "level": "province", "code": "440000", "parent": null, "english_name": "Guangdong", "pinyin": "guang dong sheng", "pinyin_short": "guangdong", "initials": "gd", "aliases": [], "longitude": 113.26108, "latitude": 23.135, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(10,'places','cases.place','["guizhou"]',10,'{"slug": "guizhou", "name": "\u8d35\u5dde\u7701", "short_name": "\u8d35\u5dde", "level": "province", "code": "520000", "parent": null, "english_name": "Guizhou", "pinyin": "gui zhou sheng", "pinyin_short": "guizhou", "initials": "gz", "aliases": [], "longitude": 106.70171, "latitude": 26.6036, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(11,'places','cases.place','["ningxia"]',11,'{"slug": "ningxia", "name": "\u5b81\u590f\u56de\u65cf\u81ea\u6cbb\u533a", "short_name": "\u5b81\u590f", "level": "province", "code": "640000", "parent": null, "english_name": "Ningxia Hui Autonomous Region", "pinyin": "ning xia hui zu zi zhi qu", "pinyin_short": "ningxia", "initials": "nx", "aliases": [], "longitude": 106.25473, "latitude": 38.47219, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(12,'places','cases.place','["daxing"]',12,'{"slug": "daxing", "name": "\u5927\u5174\u533a", "short_name": "\u5927\u5174", "level": "district", "code": "110115", "parent": 1, "english_name": "Daxing District", "pinyin": "da xing qu", "pinyin_short": "daxing", "initials": "dx", "aliases": [], "longitude": 116.33536, "latitude": 39.72561, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(13,'places','cases.place','["tangshan"]',13,'{"slug": "tangshan", "name": "\u5510\u5c71\u5e02", "short_name": "\u5510\u5c71", "level": "prefecture", "code": "130200", "parent": 2, "english_name": "Tangshan", "pinyin": "tang shan shi", "pinyin_short": "tangshan", "initials": "ts", "aliases": [], "longitude": 118.1739, "latitude": 39.62955, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(14,'places','cases.place','["xingtai"]',14,'{"slug": "xingtai", "name": "\u90a2\u53f0\u5e02", "short_name": "\u90a2\u53f0", "level": "prefecture", "code": "130500", "parent": 2, "english_name": "Xingtai", "pinyin": "xing tai shi", "pinyin_short": "xingtai", "initials": "xt", "aliases": [], "longitude": 114.49875, "latitude": 37.07034, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(15,'places','cases.place','["minhang"]',15,'{"slug": "minhang", "name": "\u95f5\u884c\u533a", "short_name": "\u95f5\u884c", "level": "district", "code": "310112", "parent": 3, "english_name": "Minhang District", "pinyin": "min hang qu", "pinyin_short": "minhang", "initials": "mh", "aliases": [], "longitude": 121.37621, "latitude": 31.11481, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(16,'places','cases.place','["pudong"]',16,'{"slug": "pudong", "name": "\u6d66\u4e1c\u65b0\u533a", "short_name": "\u6d66\u4e1c", "level": "district", "code": "310115", "parent": 3, "english_name": "Pudong New Area", "pinyin": "pu dong xin qu", "pinyin_short": "pudong", "initials": "pd", "aliases": [], "longitude": 121.54008, "latitude": 31.22365, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(17,'places','cases.place','["nanjing"]',17,'{"slug": "nanjing", "name": "\u5357\u4eac\u5e02", "short_name": "\u5357\u4eac", "level": "prefecture", "code": "320100", "parent": 4, "english_name": "Nanjing", "pinyin": "nan jing shi", "pinyin_short": "nanjing", "initials": "nj", "aliases": [], "longitude": 118.79149, "latitude": 32.06164, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(18,'places','cases.place','["lianyungang"]',18,'{"slug": "lianyungang", "name": "\u8fde\u4e91\u6e2f\u5e02", "short_name": "\u8fde\u4e91\u6e2f", "level": "prefecture", "code": "320700", "parent": 4, "english_name": "Lianyungang", "pinyin": "lian yun gang shi", "pinyin_short": "lianyungang", "initials": "lyg", "aliases": [], "longitude": 119.21607, "latitude": 34.59768, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(19,'places','cases.place','["hangzhou"]',19,'{"slug": "hangzhou", "name": "\u676d\u5dde\u5e02", "short_name": "\u676d\u5dde", "level": "prefecture", "code": "330100", "parent": 5, "english_name": "Hangzhou", "pinyin": "hang zhou shi", "pinyin_short": "hangzhou", "initials": "hz", "aliases": [], "longitude": 120.20524, "latitude": 30.24934, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(20,'places','cases.place','["ningbo"]',20,'{"slug": "ningbo", "name": "\u5b81\u6ce2\u5e02", "short_name": "\u5b81\u6ce2", "level": "prefecture", "code": "330200", "parent": 5, "english_name": "Ningbo", "pinyin": "ning bo shi", "pinyin_short": "ningbo", "initials": "nb", "aliases": [], "longitude": 121.61839, "latitude": 29.8626, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(21,'places','cases.place','["zibo"]',21,'{"slug": "zibo", "name": "\u6dc4\u535a\u5e02", "short_name": "\u6dc4\u535a", "level": "prefecture", "code": "370300", "parent": 6, "english_name": "Zibo", "pinyin": "zi bo shi", "pinyin_short": "zibo", "initials": "zb", "aliases": [], "longitude": 118.04895, "latitude": 36.81303, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(22,'places','cases.place','["binzhou"]',22,'{"slug": "binzhou", "name": "\u6ee8\u5dde\u5e02", "short_name": "\u6ee8\u5dde", "level": "prefecture", "code": "371600", "parent": 6, "english_name": "Binzhou", "pinyin": "bin zhou shi", "pinyin_short": "binzhou", "initials": "bz", "aliases": [], "longitude": 117.96481, "latitude": 37.38135, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(23,'places','cases.place','["wuhan"]',23,'{"slug": "wuhan", "name": "\u6b66\u6c49\u5e02", "short_name": "\u6b66\u6c49", "level": "prefecture", "code": "420100", "parent": 7, "english_name": "Wuhan", "pinyin": "wu han shi", "pinyin_short": "wuhan", "initials": "wh", "aliases": [], "longitude": 114.30003, "latitude": 30.59559, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(24,'places','cases.place','["huanggang"]',24,'{"slug": "huanggang", "name": "\u9ec4\u5188\u5e02", "short_name": "\u9ec4\u5188", "level": "prefecture", "code": "421100", "parent": 7, "english_name": "Huanggang", "pinyin": "huang gang shi", "pinyin_short": "huanggang", "initials": "hg", "aliases": [], "longitude": 114.86713, "latitude": 30.45633, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(25,'places','cases.place','["xiangtan"]',25,'{"slug": "xiangtan", "name": "\u6e58\u6f6d\u5e02", "short_name": "\u6e58\u6f6d", "level": "prefecture", "code": "430300", "parent": 8, "english_name": "Xiangtan", "pinyin": "xiang tan shi", "pinyin_short": "xiangtan", "initials": "xt", "aliases": [], "longitude": 112.93861, "latitude": 27.83325, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "\u4e0e\u6e58\u6f6d\u53bf\uff08430321\uff09\u4e0d\u662f\u540c\u4e00\u5730\u3002"}');
INSERT INTO "cases_importedrow" VALUES(26,'places','cases.place','["shenzhen"]',26,'{"slug": "shenzhen", "name": "\u6df1\u5733\u5e02", "short_name": "\u6df1\u5733", "level": "prefecture", "code": "440300", "parent": 9, "english_name": "Shenzhen", "pinyin": "shen zhen shi", "pinyin_short": "shenzhen", "initials": "sz", "aliases": [], "longitude": 114.05283, "latitude": 22.54625, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(27,'places','cases.place','["guiyang"]',27,'{"slug": "guiyang", "name": "\u8d35\u9633\u5e02", "short_name": "\u8d35\u9633", "level": "prefecture", "code": "520100", "parent": 10, "english_name": "Guiyang", "pinyin": "gui yang shi", "pinyin_short": "guiyang", "initials": "gy", "aliases": [], "longitude": 106.62659, "latitude": 26.65133, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(28,'places','cases.place','["yinchuan"]',28,'{"slug": "yinchuan", "name": "\u94f6\u5ddd\u5e02", "short_name": "\u94f6\u5ddd", "level": "prefecture", "code": "640100", "parent": 11, "english_name": "Yinchuan", "pinyin": "yin chuan shi", "pinyin_short": "yinchuan", "initials": "yc", "aliases": [], "longitude": 106.22651, "latitude": 38.48673, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(29,'places','cases.place','["yizhuang"]',29,'{"slug": "yizhuang", "name": "\u5317\u4eac\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a\uff08\u4ea6\u5e84\uff09", "short_name": "\u4ea6\u5e84", "level": "zone", "code": null, "parent": 12, "english_name": "Beijing Economic-Technological Development Area (Yizhuang)", "pinyin": "bei jing jing ji ji shu kai fa qu yi zhuang", "pinyin_short": "yizhuang", "initials": "yz", "aliases": ["\u5317\u4eac\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a", "\u4ea6\u5e84\u9547", "BDA"], "longitude": null, "latitude": null, "coordinate_quality": "", "note": "\u5f00\u53d1\u533a\u4e0d\u662f\u884c\u653f\u533a\u5212\uff0c\u6ca1\u6709\u884c\u653f\u533a\u5212\u4ee3\u7801\uff1b\u4e3b\u4f53\u5728\u5927\u5174\u533a\uff0c2019\u5e74\u8d77\u4ea6\u5e84\u65b0\u57ce\u4e5f\u53ca\u4e8e\u901a\u5dde\u533a\u3002"}');
INSERT INTO "cases_importedrow" VALUES(30,'places','cases.place','["weixian"]',30,'{"slug": "weixian", "name": "\u5a01\u53bf", "short_name": "\u5a01\u53bf", "level": "county", "code": "130533", "parent": 14, "english_name": "Wei County", "pinyin": "wei xian", "pinyin_short": "weixian", "initials": "wx", "aliases": [], "longitude": 115.26074, "latitude": 36.97504, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "\u4e0e\u851a\u53bf\uff08130726\uff09\u3001\u9b4f\u53bf\uff08130434\uff09\u4e0d\u662f\u540c\u4e00\u5730\u3002"}');
INSERT INTO "cases_importedrow" VALUES(31,'places','cases.place','["ganyu"]',31,'{"slug": "ganyu", "name": "\u8d63\u6986\u533a", "short_name": "\u8d63\u6986", "level": "district", "code": "320707", "parent": 18, "english_name": "Ganyu District", "pinyin": "gan yu qu", "pinyin_short": "ganyu", "initials": "gy", "aliases": [], "longitude": 119.16767, "latitude": 34.84206, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "2014\u5e74\u4ee5\u524d\u4e3a\u8d63\u6986\u53bf\uff08320721\uff09\u3002"}');
INSERT INTO "cases_importedrow" VALUES(32,'places','cases.place','["qiantang"]',32,'{"slug": "qiantang", "name": "\u94b1\u5858\u533a", "short_name": "\u94b1\u5858", "level": "district", "code": "330114", "parent": 19, "english_name": "Qiantang District", "pinyin": "qian tang qu", "pinyin_short": "qiantang", "initials": "qt", "aliases": [], "longitude": 120.50548, "latitude": 30.30848, "coordinate_quality": "\u533a\u57df\u5185\u4e00\u70b9", "note": "2021\u5e744\u6708\u8bbe\u7acb\uff0c\u539f\u676d\u5dde\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a\u4eca\u5728\u5176\u5883\u5185\uff1b2018\u20142019\u5e74\u8be5\u7247\u533a\u5c5e\u6c5f\u5e72\u533a\uff08330104\uff0c2021\u5e74\u64a4\u9500\uff09\u3002"}');
INSERT INTO "cases_importedrow" VALUES(33,'places','cases.place','["yuyao"]',33,'{"slug": "yuyao", "name": "\u4f59\u59da\u5e02", "short_name": "\u4f59\u59da", "level": "county", "code": "330281", "parent": 20, "english_name": "Yuyao", "pinyin": "yu yao shi", "pinyin_short": "yuyao", "initials": "yy", "aliases": [], "longitude": 121.15016, "latitude": 30.03942, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "\u5b81\u6ce2\u5e02\u4ee3\u7ba1\u7684\u53bf\u7ea7\u5e02\u3002"}');
INSERT INTO "cases_importedrow" VALUES(34,'places','cases.place','["gaoqing"]',34,'{"slug": "gaoqing", "name": "\u9ad8\u9752\u53bf", "short_name": "\u9ad8\u9752", "level": "county", "code": "370322", "parent": 21, "english_name": "Gaoqing County", "pinyin": "gao qing xian", "pinyin_short": "gaoqing", "initials": "gq", "aliases": [], "longitude": 117.82097, "latitude": 37.17044, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(35,'places','cases.place','["yangxin"]',35,'{"slug": "yangxin", "name": "\u9633\u4fe1\u53bf", "short_name": "\u9633\u4fe1", "level": "county", "code": "371622", "parent": 22, "english_name": "Yangxin County", "pinyin": "yang xin xian", "pinyin_short": "yangxin", "initials": "yx", "aliases": [], "longitude": 117.59741, "latitude": 37.63184, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "\u4e0e\u6e56\u5317\u7701\u9633\u65b0\u53bf\uff08420222\uff09\u8bfb\u97f3\u76f8\u540c\uff0c\u4e0d\u662f\u540c\u4e00\u5730\u3002"}');
INSERT INTO "cases_importedrow" VALUES(36,'places','cases.place','["qiaokou"]',36,'{"slug": "qiaokou", "name": "\u785a\u53e3\u533a", "short_name": "\u785a\u53e3", "level": "district", "code": "420104", "parent": 23, "english_name": "Qiaokou District", "pinyin": "qiao kou qu", "pinyin_short": "qiaokou", "initials": "qk", "aliases": [], "longitude": 114.20944, "latitude": 30.58464, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(37,'places','cases.place','["wuchang"]',37,'{"slug": "wuchang", "name": "\u6b66\u660c\u533a", "short_name": "\u6b66\u660c", "level": "district", "code": "420106", "parent": 23, "english_name": "Wuchang District", "pinyin": "wu chang qu", "pinyin_short": "wuchang", "initials": "wc", "aliases": [], "longitude": 114.3112, "latitude": 30.55682, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": ""}');
INSERT INTO "cases_importedrow" VALUES(38,'places','cases.place','["macheng"]',38,'{"slug": "macheng", "name": "\u9ebb\u57ce\u5e02", "short_name": "\u9ebb\u57ce", "level": "county", "code": "421181", "parent": 24, "english_name": "Macheng", "pinyin": "ma cheng shi", "pinyin_short": "macheng", "initials": "mc", "aliases": [], "longitude": 115.00281, "latitude": 31.17487, "coordinate_quality": "\u884c\u653f\u4e2d\u5fc3", "note": "\u9ec4\u5188\u5e02\u4ee3\u7ba1\u7684\u53bf\u7ea7\u5e02\u3002"}');
INSERT INTO "cases_importedrow" VALUES(39,'places','cases.place','["guiyang-hidz"]',39,'{"slug": "guiyang-hidz", "name": "\u8d35\u9633\u9ad8\u65b0\u533a", "short_name": "\u8d35\u9633\u9ad8\u65b0\u533a", "level": "zone", "code": null, "parent": 27, "english_name": "Guiyang National High-Tech Industrial Development Zone", "pinyin": "gui yang gao xin qu", "pinyin_short": "guiyanggaoxinqu", "initials": "gygxq", "aliases": ["\u8d35\u9633\u56fd\u5bb6\u9ad8\u65b0\u6280\u672f\u4ea7\u4e1a\u5f00\u53d1\u533a", "\u8d35\u9633\u5e02\u9ad8\u65b0\u5f00\u53d1\u533a", "\u8d35\u9633\u9ad8\u65b0\u5f00\u53d1\u533a", "\u8d35\u9633\u9ad8\u65b0"], "longitude": null, "latitude": null, "coordinate_quality": "", "note": "\u5f00\u53d1\u533a\u4e0d\u662f\u884c\u653f\u533a\u5212\uff0c\u6ca1\u6709\u884c\u653f\u533a\u5212\u4ee3\u7801\uff1b\u8de8\u89c2\u5c71\u6e56\u533a\uff08520115\uff09\u4e0e\u767d\u4e91\u533a\uff08520113\uff09\uff0c\u6ca1\u6709\u5355\u4e00\u7684\u6240\u5728\u533a\u3002"}');
INSERT INTO "cases_importedrow" VALUES(40,'places','cases.place','["qingkou"]',40,'{"slug": "qingkou", "name": "\u9752\u53e3\u9547", "short_name": "\u9752\u53e3", "level": "town", "code": "320707100", "parent": 31, "english_name": "Qingkou Town", "pinyin": "qing kou zhen", "pinyin_short": "qingkou", "initials": "qk", "aliases": [], "longitude": 119.10835, "latitude": 34.84828, "coordinate_quality": "\u805a\u843d", "note": "\u4ee3\u7801\u4e3a\u7edf\u8ba1\u7528\u533a\u5212\u4ee3\u7801\uff1b\u798f\u5efa\u7701\u95fd\u4faf\u53bf\u53e6\u6709\u9752\u53e3\u9547\uff08350121105\uff09\u3002"}');
INSERT INTO "cases_importedrow" VALUES(41,'places','cases.place','["hangzhou-eda"]',41,'{"slug": "hangzhou-eda", "name": "\u676d\u5dde\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a", "short_name": "\u676d\u5dde\u7ecf\u5f00\u533a", "level": "zone", "code": null, "parent": 32, "english_name": "Hangzhou Economic and Technological Development Area", "pinyin": "hang zhou jing ji ji shu kai fa qu", "pinyin_short": "hangzhoujingkaiqu", "initials": "hzjkq", "aliases": ["\u4e0b\u6c99", "\u94b1\u5858\u65b0\u533a"], "longitude": 120.31718, "latitude": 30.31023, "coordinate_quality": "\u805a\u843d", "note": "\u5f00\u53d1\u533a\u4e0d\u662f\u884c\u653f\u533a\u5212\uff0c\u6ca1\u6709\u884c\u653f\u533a\u5212\u4ee3\u7801\uff1b\u4eca\u5c5e\u94b1\u5858\u533a\u3002"}');
INSERT INTO "cases_importedrow" VALUES(42,'places','cases.place','["hanjiangwan"]',42,'{"slug": "hanjiangwan", "name": "\u6c49\u6c5f\u6e7e", "short_name": "\u6c49\u6c5f\u6e7e", "level": "zone", "code": null, "parent": 36, "english_name": "Hanjiang Bay (Hanjiangwan)", "pinyin": "han jiang wan", "pinyin_short": "hanjiangwan", "initials": "hjw", "aliases": ["\u6c49\u6c5f\u6e7e\u521b\u667a\u56ed"], "longitude": null, "latitude": null, "coordinate_quality": "", "note": "\u7247\u533a\u4e0d\u662f\u884c\u653f\u533a\u5212\uff0c\u6ca1\u6709\u884c\u653f\u533a\u5212\u4ee3\u7801\uff1b\u6240\u5728\u7684\u785a\u53e3\u533a\u6709\u5f85\u4ee5\u4e66\u4e2d\u6b63\u6587\u6838\u5b9e\u3002"}');
INSERT INTO "cases_importedrow" VALUES(43,'themes','cases.theme','["integrated-smart-city"]',1,'{"slug": "integrated-smart-city", "name": "\u57ce\u5e02\u7efc\u5408\u96c6\u6210", "english_name": "Integrated smart city programmes", "definition": "\u628a\u4e00\u5ea7\u57ce\u5e02\u7684\u591a\u4e2a\u9886\u57df\u4f5c\u4e3a\u6574\u4f53\u6765\u5efa\u8bbe\u667a\u6167\u57ce\u5e02\uff0c\u4f7f\u5404\u7cfb\u7edf\u4e92\u76f8\u8fde\u901a\u3002", "scope": "\u7528\u4e8e\u4ee5\u6574\u5ea7\u57ce\u5e02\u4e3a\u5bf9\u8c61\u7684\u603b\u4f53\u5efa\u8bbe\uff1b\u53ea\u6d89\u53ca\u5355\u4e00\u9886\u57df\u7684\u6848\u4f8b\u5f52\u5165\u8be5\u9886\u57df\u7684\u4e3b\u9898\u3002", "order": 1, "title_words": ["\u7efc\u5408\u96c6\u6210", "\u96c6\u6210\u4e92\u8054", "\u5e73\u53f0\u4f53\u7cfb"]}');
INSERT INTO "cases_importedrow" VALUES(44,'themes','cases.theme','["top-level-design"]',2,'{"slug": "top-level-design", "name": "\u9876\u5c42\u8bbe\u8ba1\u4e0e\u7edf\u7b79", "english_name": "Top-level design and coordination", "definition": "\u5728\u5efa\u8bbe\u4e4b\u524d\uff0c\u5bf9\u76ee\u6807\u3001\u4f53\u7cfb\u3001\u5206\u5de5\u548c\u673a\u5236\u4f5c\u6574\u4f53\u89c4\u5212\u4e0e\u7edf\u7b79\u3002", "scope": "\u7528\u4e8e\u6807\u9898\u70b9\u660e\u9876\u5c42\u8bbe\u8ba1\u6216\u7edf\u7b79\u5b89\u6392\u7684\u6848\u4f8b\u3002", "order": 2, "title_words": ["\u9876\u5c42\u8bbe\u8ba1", "\u7edf\u7b79"]}');
INSERT INTO "cases_importedrow" VALUES(45,'themes','cases.theme','["data-sharing"]',3,'{"slug": "data-sharing", "name": "\u6570\u636e\u5171\u4eab\u4e0e\u4e92\u8054\u4e92\u901a", "english_name": "Data sharing and interconnection", "definition": "\u8ba9\u5206\u6563\u5728\u4e0d\u540c\u90e8\u95e8\u3001\u5c42\u7ea7\u548c\u7cfb\u7edf\u91cc\u7684\u6570\u636e\u53ef\u4ee5\u6c47\u805a\u3001\u4ea4\u6362\u548c\u5171\u7528\u3002", "scope": "\u542b\u89c6\u9891\u7b49\u5404\u7c7b\u8d44\u6e90\u7684\u5171\u4eab\uff1b\u4ee5\u6570\u636e\u5206\u6790\u4e3a\u91cd\u70b9\u7684\u5f52\u5165\u201c\u5927\u6570\u636e\u5e94\u7528\u201d\u3002", "order": 3, "title_words": ["\u5171\u4eab", "\u6570\u636e\u878d\u5408", "\u4e92\u8054\u4e92\u901a", "\u8fde\u901a"]}');
INSERT INTO "cases_importedrow" VALUES(46,'themes','cases.theme','["big-data"]',4,'{"slug": "big-data", "name": "\u5927\u6570\u636e\u5e94\u7528", "english_name": "Big data applications", "definition": "\u6c47\u96c6\u5927\u91cf\u6570\u636e\u5e76\u52a0\u4ee5\u5206\u6790\uff0c\u7528\u4e8e\u51b3\u7b56\u3001\u7ba1\u7406\u548c\u670d\u52a1\u3002", "scope": "\u542b\u5927\u6570\u636e\u4e2d\u5fc3\u3001\u5927\u6570\u636e\u5e73\u53f0\u548c\u4ee5\u6570\u636e\u4e3a\u6838\u5fc3\u7684\u5de5\u4f5c\u6a21\u5f0f\u3002", "order": 4, "title_words": ["\u5927\u6570\u636e", "\u6570\u636e\u4e3a\u6838\u5fc3", "\u6570\u636e\u8d4b\u80fd"]}');
INSERT INTO "cases_importedrow" VALUES(47,'themes','cases.theme','["cloud-infrastructure"]',5,'{"slug": "cloud-infrastructure", "name": "\u4e91\u4e0e\u57fa\u7840\u8bbe\u65bd", "english_name": "Cloud and digital infrastructure", "definition": "\u4e3a\u591a\u4e2a\u5e94\u7528\u5171\u7528\u7684\u8ba1\u7b97\u3001\u5b58\u50a8\u3001\u7f51\u7edc\u7b49\u57fa\u7840\u8bbe\u65bd\u3002", "scope": "\u542b\u653f\u52a1\u4e91\u3001\u7edf\u4e00\u4e91\u5e73\u53f0\u548c\u4e13\u7528\u7f51\u7edc\uff1b\u4e0d\u542b\u611f\u77e5\u7ec8\u7aef\u3002", "order": 5, "title_words": ["\u4e91\u5e73\u53f0", "\u653f\u52a1\u4e91"]}');
INSERT INTO "cases_importedrow" VALUES(48,'themes','cases.theme','["urban-sensing"]',6,'{"slug": "urban-sensing", "name": "\u57ce\u5e02\u611f\u77e5\u4e0e\u7269\u8054\u7f51", "english_name": "Urban sensing and the internet of things", "definition": "\u7528\u4f20\u611f\u5668\u3001\u6444\u50cf\u673a\u548c\u8054\u7f51\u7684\u5e02\u653f\u8bbe\u65bd\u6301\u7eed\u611f\u77e5\u57ce\u5e02\u7684\u72b6\u6001\u3002", "scope": "\u542b\u667a\u6167\u706f\u6746\u3001\u89c6\u9891\u76d1\u63a7\u7b49\u611f\u77e5\u7ec8\u7aef\u53ca\u5176\u8054\u7f51\u3002", "order": 6, "title_words": ["\u611f\u77e5", "\u706f\u6746", "\u89c6\u9891", "\u7269\u8054\u7f51"]}');
INSERT INTO "cases_importedrow" VALUES(49,'themes','cases.theme','["urban-management"]',7,'{"slug": "urban-management", "name": "\u57ce\u5e02\u7ba1\u7406", "english_name": "Urban management", "definition": "\u7528\u4fe1\u606f\u6280\u672f\u6539\u8fdb\u5e02\u5bb9\u3001\u5e02\u653f\u3001\u6267\u6cd5\u548c\u7247\u533a\u7efc\u5408\u7ba1\u7406\u7b49\u57ce\u5e02\u7ba1\u7406\u5de5\u4f5c\u3002", "scope": "\u542b\u667a\u6167\u57ce\u7ba1\u3001\u6570\u5b57\u57ce\u7ba1\u548c\u7247\u533a\u7684\u7efc\u5408\u7ba1\u7406\uff1b\u4e0d\u542b\u653f\u5e9c\u5185\u90e8\u529e\u516c\u3002", "order": 7, "title_words": ["\u57ce\u7ba1", "\u57ce\u5e02\u7ba1\u7406", "\u7efc\u5408\u7ba1\u7406"]}');
INSERT INTO "cases_importedrow" VALUES(50,'themes','cases.theme','["fine-grained-governance"]',8,'{"slug": "fine-grained-governance", "name": "\u7cbe\u7ec6\u5316\u6cbb\u7406", "english_name": "Fine-grained governance", "definition": "\u628a\u7ba1\u7406\u548c\u670d\u52a1\u7684\u5bf9\u8c61\u3001\u6807\u51c6\u4e0e\u6d41\u7a0b\u7ec6\u5206\u5230\u4f4d\uff0c\u4f7f\u6bcf\u4ef6\u4e8b\u90fd\u6709\u660e\u786e\u7684\u8d23\u4efb\u4e0e\u6807\u51c6\u3002", "scope": "\u7528\u4e8e\u6807\u9898\u70b9\u660e\u7cbe\u7ec6\u5316\u7684\u6848\u4f8b\uff0c\u4e0e\u7a7a\u95f4\u5927\u5c0f\u65e0\u5173\u3002", "order": 8, "title_words": ["\u7cbe\u7ec6\u5316"]}');
INSERT INTO "cases_importedrow" VALUES(51,'themes','cases.theme','["operation-centre"]',9,'{"slug": "operation-centre", "name": "\u57ce\u5e02\u8fd0\u884c\u4e2d\u5fc3", "english_name": "City operation centres", "definition": "\u6c47\u805a\u5404\u90e8\u95e8\u4fe1\u606f\u3001\u7edf\u4e00\u76d1\u6d4b\u548c\u8c03\u5ea6\u57ce\u5e02\u8fd0\u884c\u7684\u4e2d\u5fc3\u3002", "scope": "\u7528\u4e8e\u4ee5\u8fd0\u884c\u3001\u8fd0\u8425\u6216\u6307\u6325\u4e2d\u5fc3\u4e3a\u4e3b\u4f53\u7684\u6848\u4f8b\u3002", "order": 9, "title_words": ["\u8fd0\u8425\u548c\u7ba1\u7406\u4e2d\u5fc3", "\u57ce\u5e02\u8fd0\u884c", "\u8fd0\u884c\u4e2d\u5fc3", "\u6307\u6325\u4e2d\u5fc3"]}');
INSERT INTO "cases_importedrow" VALUES(52,'themes','cases.theme','["social-governance"]',10,'{"slug": "social-governance", "name": "\u793e\u4f1a\u6cbb\u7406\u4e0e\u793e\u533a", "english_name": "Social governance and communities", "definition": "\u653f\u5e9c\u3001\u793e\u4f1a\u4e0e\u5c45\u6c11\u5171\u540c\u5904\u7406\u516c\u5171\u4e8b\u52a1\uff0c\u7ef4\u62a4\u793e\u533a\u7684\u670d\u52a1\u4e0e\u5e73\u5b89\u3002", "scope": "\u542b\u793e\u533a\u670d\u52a1\u3001\u5e73\u5b89\u5efa\u8bbe\u3001\u57fa\u5c42\u6cbb\u7406\u548c\u6cbb\u7406\u80fd\u529b\u7684\u63d0\u5347\u3002", "order": 10, "title_words": ["\u793e\u4f1a\u670d\u52a1\u4e0e\u7ba1\u7406", "\u793e\u4f1a\u6cbb\u7406", "\u6cbb\u7406\u4f53\u7cfb", "\u6cbb\u7406\u80fd\u529b", "\u793e\u533a", "\u5e73\u5b89"]}');
INSERT INTO "cases_importedrow" VALUES(53,'themes','cases.theme','["e-government"]',11,'{"slug": "e-government", "name": "\u7535\u5b50\u653f\u52a1", "english_name": "E-government", "definition": "\u653f\u5e9c\u90e8\u95e8\u7528\u7f51\u7edc\u548c\u4fe1\u606f\u7cfb\u7edf\u529e\u516c\u3001\u5c65\u804c\u5e76\u4e3a\u516c\u4f17\u529e\u4e8b\u3002", "scope": "\u542b\u7535\u5b50\u653f\u52a1\u7f51\u7edc\u3001\u653f\u52a1\u670d\u52a1\u548c\u6570\u5b57\u5316\u7684\u65bd\u653f\u3002", "order": 11, "title_words": ["\u7535\u5b50\u653f\u52a1", "\u653f\u52a1\u670d\u52a1", "\u5584\u653f"]}');
INSERT INTO "cases_importedrow" VALUES(54,'themes','cases.theme','["smart-transport"]',12,'{"slug": "smart-transport", "name": "\u667a\u6167\u4ea4\u901a", "english_name": "Smart transport", "definition": "\u7528\u4fe1\u606f\u6280\u672f\u6539\u8fdb\u4ea4\u901a\u7684\u7ba1\u7406\u3001\u8fd0\u884c\u548c\u51fa\u884c\u670d\u52a1\u3002", "scope": "\u542b\u9053\u8def\u4ea4\u901a\u3001\u516c\u5171\u4ea4\u901a\u4e0e\u505c\u8f66\u3002", "order": 12, "title_words": ["\u667a\u6167\u4ea4\u901a"]}');
INSERT INTO "cases_importedrow" VALUES(55,'themes','cases.theme','["smart-health"]',13,'{"slug": "smart-health", "name": "\u667a\u6167\u533b\u7597", "english_name": "Smart health", "definition": "\u7528\u4fe1\u606f\u6280\u672f\u6539\u8fdb\u533b\u7597\u3001\u536b\u751f\u670d\u52a1\u53ca\u5176\u76d1\u7ba1\u3002", "scope": "\u542b\u4e92\u8054\u7f51\u533b\u9662\u3001\u516c\u5171\u536b\u751f\u548c\u533b\u7597\u76d1\u7ba1\u3002", "order": 13, "title_words": ["\u533b\u9662", "\u533b\u7597", "\u536b\u751f"]}');
INSERT INTO "cases_importedrow" VALUES(56,'themes','cases.theme','["smart-agriculture"]',14,'{"slug": "smart-agriculture", "name": "\u667a\u6167\u519c\u4e1a", "english_name": "Smart agriculture", "definition": "\u7528\u4fe1\u606f\u6280\u672f\u6539\u8fdb\u519c\u4e1a\u7684\u751f\u4ea7\u3001\u7ecf\u8425\u548c\u7ba1\u7406\u3002", "scope": "\u542b\u4ee5\u519c\u4e1a\u4e3a\u4e3b\u7684\u53bf\u57df\u6240\u505a\u7684\u6570\u5b57\u5316\u3002", "order": 14, "title_words": ["\u519c\u4e1a"]}');
INSERT INTO "cases_importedrow" VALUES(57,'themes','cases.theme','["industry-development"]',15,'{"slug": "industry-development", "name": "\u4ea7\u4e1a\u57f9\u80b2\u4e0e\u5347\u7ea7", "english_name": "Industry development and upgrading", "definition": "\u4ee5\u4fe1\u606f\u6280\u672f\u57f9\u80b2\u65b0\u7684\u4ea7\u4e1a\uff0c\u6216\u5e26\u52a8\u5df2\u6709\u4ea7\u4e1a\u96c6\u805a\u548c\u5347\u7ea7\u3002", "scope": "\u7528\u4e8e\u4ee5\u4ea7\u4e1a\u4e3a\u76ee\u6807\u7684\u6848\u4f8b\uff1b\u4ee5\u519c\u4e1a\u751f\u4ea7\u4e3a\u4e3b\u7684\u540c\u65f6\u5f52\u5165\u201c\u667a\u6167\u519c\u4e1a\u201d\u3002", "order": 15, "title_words": ["\u4ea7\u4e1a\u5347\u7ea7", "\u4ea7\u4e1a\u96c6\u805a", "\u4e3b\u5bfc\u4ea7\u4e1a", "\u4ea7\u4e1a\u57f9\u80b2", "\u5174\u4e1a"]}');
INSERT INTO "cases_importedrow" VALUES(58,'themes','cases.theme','["parks-and-zones"]',16,'{"slug": "parks-and-zones", "name": "\u56ed\u533a\u4e0e\u5f00\u53d1\u533a", "english_name": "Parks and development zones", "definition": "\u4ea7\u4e1a\u56ed\u533a\u3001\u5f00\u53d1\u533a\u7b49\u7279\u5b9a\u533a\u57df\u7684\u667a\u6167\u5316\u5efa\u8bbe\u4e0e\u7ba1\u7406\u3002", "scope": "\u542b\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a\u3001\u9ad8\u65b0\u533a\u548c\u5404\u7c7b\u4ea7\u4e1a\u56ed\u3002", "order": 16, "title_words": ["\u5f00\u53d1\u533a", "\u9ad8\u65b0\u533a", "\u521b\u667a\u56ed", "\u4ea7\u4e1a\u56ed"]}');
INSERT INTO "cases_importedrow" VALUES(59,'themes','cases.theme','["counties-and-towns"]',17,'{"slug": "counties-and-towns", "name": "\u53bf\u57df\u4e0e\u4e2d\u5c0f\u57ce\u9547", "english_name": "Counties and small cities", "definition": "\u53bf\u3001\u9547\u548c\u4e2d\u5c0f\u57ce\u5e02\u7ed3\u5408\u81ea\u8eab\u6761\u4ef6\u6240\u505a\u7684\u667a\u6167\u5316\u5efa\u8bbe\u3002", "scope": "\u7528\u4e8e\u6807\u9898\u70b9\u660e\u53bf\u3001\u9547\u6216\u4e2d\u5c0f\u57ce\u5e02\u7684\u6848\u4f8b\u3002", "order": 17, "title_words": ["\u5927\u53bf", "\u5a01\u53bf", "\u9752\u53e3\u9547", "\u4e2d\u5c0f\u57ce\u5e02", "\u53bf\u57df"]}');
INSERT INTO "cases_importedrow" VALUES(60,'themes','cases.theme','["business-models"]',18,'{"slug": "business-models", "name": "\u5546\u4e1a\u4e0e\u8fd0\u8425\u6a21\u5f0f", "english_name": "Business and operation models", "definition": "\u9879\u76ee\u7531\u8c01\u6295\u8d44\u3001\u600e\u6837\u8fd0\u8425\u3001\u5982\u4f55\u53d6\u5f97\u56de\u62a5\u7684\u5b89\u6392\u3002", "scope": "\u542b\u653f\u5e9c\u548c\u793e\u4f1a\u8d44\u672c\u5408\u4f5c\uff08PPP\uff09\u3001\u7279\u8bb8\u7ecf\u8425\u548c\u89c4\u6a21\u5316\u8fd0\u8425\u3002", "order": 18, "title_words": ["PPP", "\u5546\u4e1a\u6a21\u5f0f", "\u8fd0\u8425\u6a21\u5f0f"]}');
INSERT INTO "cases_importedrow" VALUES(61,'sample','experts.organisation','["shili-daxue-shuzi-zhili-yanjiu-zhongxin"]',1,'{"slug": "shili-daxue-shuzi-zhili-yanjiu-zhongxin", "name": "\u793a\u4f8b\u5927\u5b66\u6570\u5b57\u6cbb\u7406\u7814\u7a76\u4e2d\u5fc3", "kind": "academia", "origin": "book", "source_line": 67}');
INSERT INTO "cases_importedrow" VALUES(62,'sample','experts.organisation','["yangben-shi-da-shujuzhongxin"]',2,'{"slug": "yangben-shi-da-shujuzhongxin", "name": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3", "kind": "", "origin": "book", "source_line": 69}');
INSERT INTO "cases_importedrow" VALUES(63,'sample','experts.organisation','["shili-kexueyuan"]',3,'{"slug": "shili-kexueyuan", "name": "\u793a\u4f8b\u79d1\u5b66\u9662", "kind": "academia", "origin": "book", "source_line": 73}');
INSERT INTO "cases_importedrow" VALUES(64,'sample','experts.organisation','["yangben-daxue"]',4,'{"slug": "yangben-daxue", "name": "\u6837\u672c\u5927\u5b66", "kind": "academia", "origin": "book", "source_line": 73}');
INSERT INTO "cases_importedrow" VALUES(65,'sample','experts.organisation','["yangben-shi-shuzi-zhili-zhuanjia-weiyuanhui"]',5,'{"slug": "yangben-shi-shuzi-zhili-zhuanjia-weiyuanhui", "name": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u59d4\u5458\u4f1a", "kind": "", "origin": "book", "source_line": 74}');
INSERT INTO "cases_importedrow" VALUES(66,'sample','experts.organisation','["shili-chengshiguihua-xiehui"]',6,'{"slug": "shili-chengshiguihua-xiehui", "name": "\u793a\u4f8b\u57ce\u5e02\u89c4\u5212\u534f\u4f1a", "kind": "association", "origin": "book", "source_line": 75}');
INSERT INTO "cases_importedrow" VALUES(67,'sample','experts.organisation','["yangben-ruanjian-gufen-youxiangongsi"]',7,'{"slug": "yangben-ruanjian-gufen-youxiangongsi", "name": "\u6837\u672c\u8f6f\u4ef6\u80a1\u4efd\u6709\u9650\u516c\u53f8", "kind": "company", "origin": "book", "source_line": 76}');
INSERT INTO "cases_importedrow" VALUES(68,'sample','experts.organisation','["shili-yuekan-zazhishe"]',8,'{"slug": "shili-yuekan-zazhishe", "name": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e", "kind": "media", "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(69,'sample','experts.organisation','["shili-chuanbo-yanjiuyuan"]',9,'{"slug": "shili-chuanbo-yanjiuyuan", "name": "\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662", "kind": "academia", "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(70,'sample','experts.organisation','["shili-jituan"]',10,'{"slug": "shili-jituan", "name": "\u793a\u4f8b\u96c6\u56e2", "kind": "company", "origin": "book", "source_line": 78}');
INSERT INTO "cases_importedrow" VALUES(71,'sample','experts.organisation','["shili-shuju-yangben-keji-youxiangongsi"]',11,'{"slug": "shili-shuju-yangben-keji-youxiangongsi", "name": "\u793a\u4f8b\u6570\u636e(\u6837\u672c)\u79d1\u6280\u6709\u9650\u516c\u53f8", "kind": "company", "origin": "book", "source_line": 83}');
INSERT INTO "cases_importedrow" VALUES(72,'sample','experts.organisation','["yangben-shi-shuju-ju"]',12,'{"slug": "yangben-shi-shuju-ju", "name": "\u6837\u672c\u5e02\u6570\u636e\u5c40", "kind": "government", "origin": "book", "source_line": 12}');
INSERT INTO "cases_importedrow" VALUES(73,'sample','experts.organisation','["shili-huangjia-xuehui-huiyuan"]',13,'{"slug": "shili-huangjia-xuehui-huiyuan", "name": "\u793a\u4f8b\u7687\u5bb6\u5b66\u4f1a\u4f1a\u5458", "kind": "association", "origin": "book", "source_line": 14}');
INSERT INTO "cases_importedrow" VALUES(74,'sample','experts.organisation','["yangben-zhihui-chengshi-yanjiuyuan"]',14,'{"slug": "yangben-zhihui-chengshi-yanjiuyuan", "name": "\u6837\u672c\u667a\u6167\u57ce\u5e02\u7814\u7a76\u9662", "kind": "academia", "origin": "book", "source_line": 16}');
INSERT INTO "cases_importedrow" VALUES(75,'sample','experts.organisation','["shili-chubanshe"]',15,'{"slug": "shili-chubanshe", "name": "\u793a\u4f8b\u51fa\u7248\u793e", "kind": "media", "origin": "book", "source_line": 26}');
INSERT INTO "cases_importedrow" VALUES(76,'sample','experts.organisation','["shili-yinshuachang"]',16,'{"slug": "shili-yinshuachang", "name": "\u793a\u4f8b\u5370\u5237\u5382", "kind": "", "origin": "book", "source_line": 49}');
INSERT INTO "cases_importedrow" VALUES(77,'sample','experts.organisation','["yangben-shi-shuzi-zhili-zhuanjia-zixun-weiyuanhui"]',17,'{"slug": "yangben-shi-shuzi-zhili-zhuanjia-zixun-weiyuanhui", "name": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u54a8\u8be2\u59d4\u5458\u4f1a", "kind": "", "origin": "book", "source_line": 123}');
INSERT INTO "cases_importedrow" VALUES(78,'sample','experts.expert','["lin-shili"]',1,'{"slug": "lin-shili", "name": "\u6797\u793a\u4f8b", "pinyin": "lin shi li", "origin": "book", "source_line": 67}');
INSERT INTO "cases_importedrow" VALUES(79,'sample','experts.expert','["chen-yangben"]',2,'{"slug": "chen-yangben", "name": "\u9648\u6837\u672c", "pinyin": "chen yang ben", "origin": "book", "source_line": 8}');
INSERT INTO "cases_importedrow" VALUES(80,'sample','experts.expert','["zhou-fanwen"]',3,'{"slug": "zhou-fanwen", "name": "\u5468\u8303\u6587", "pinyin": "zhou fan wen", "origin": "book", "source_line": 10}');
INSERT INTO "cases_importedrow" VALUES(81,'sample','experts.expert','["zheng-shifan"]',4,'{"slug": "zheng-shifan", "name": "\u90d1\u793a\u8303", "pinyin": "zheng shi fan", "origin": "book", "source_line": 74}');
INSERT INTO "cases_importedrow" VALUES(82,'sample','experts.expert','["wang-mo"]',5,'{"slug": "wang-mo", "name": "\u738b\u6a21", "pinyin": "wang mo", "origin": "book", "source_line": 75}');
INSERT INTO "cases_importedrow" VALUES(83,'sample','experts.expert','["feng-ceshi"]',6,'{"slug": "feng-ceshi", "name": "\u51af\u6d4b\u8bd5", "pinyin": "feng ce shi", "origin": "book", "source_line": 76}');
INSERT INTO "cases_importedrow" VALUES(84,'sample','experts.expert','["chu-yanlian"]',7,'{"slug": "chu-yanlian", "name": "\u891a\u6f14\u7ec3", "pinyin": "chu yan lian", "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(85,'sample','experts.expert','["wei-shiyong"]',8,'{"slug": "wei-shiyong", "name": "\u536b\u8bd5\u7528", "pinyin": "wei shi yong", "origin": "book", "source_line": 78}');
INSERT INTO "cases_importedrow" VALUES(86,'sample','experts.expert','["jiang-caogao"]',9,'{"slug": "jiang-caogao", "name": "\u848b\u8349\u7a3f", "pinyin": "jiang cao gao", "origin": "book", "source_line": 82}');
INSERT INTO "cases_importedrow" VALUES(87,'sample','experts.expert','["shen-diben"]',10,'{"slug": "shen-diben", "name": "\u6c88\u5e95\u672c", "pinyin": "shen di ben", "origin": "book", "source_line": 83}');
INSERT INTO "cases_importedrow" VALUES(88,'sample','experts.expert','["wu-li"]',11,'{"slug": "wu-li", "name": "\u5434\u4f8b", "pinyin": "wu li", "origin": "book", "source_line": 12}');
INSERT INTO "cases_importedrow" VALUES(89,'sample','experts.expert','["ada-sample"]',12,'{"slug": "ada-sample", "name": "Ada Sample", "pinyin": "", "origin": "book", "source_line": 14}');
INSERT INTO "cases_importedrow" VALUES(90,'sample','experts.affiliation','["lin-shili", "shili-daxue-shuzi-zhili-yanjiu-zhongxin", "\u4e3b\u4efb"]',1,'{"expert": 1, "organisation": 1, "job_title": "\u4e3b\u4efb", "as_printed": "\u793a\u4f8b\u5927\u5b66\u6570\u5b57\u6cbb\u7406\u7814\u7a76\u4e2d\u5fc3\u4e3b\u4efb", "origin": "book", "source_line": 67}');
INSERT INTO "cases_importedrow" VALUES(91,'sample','experts.affiliation','["chen-yangben", "yangben-shi-da-shujuzhongxin", "\u526f\u4e3b\u4efb"]',2,'{"expert": 2, "organisation": 2, "job_title": "\u526f\u4e3b\u4efb", "as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3\u526f\u4e3b\u4efb\u3001\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "origin": "book", "source_line": 69}');
INSERT INTO "cases_importedrow" VALUES(92,'sample','experts.affiliation','["chen-yangben", "yangben-shi-da-shujuzhongxin", "\u9ad8\u7ea7\u5de5\u7a0b\u5e08"]',3,'{"expert": 2, "organisation": 2, "job_title": "\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3\u526f\u4e3b\u4efb\u3001\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "origin": "book", "source_line": 69}');
INSERT INTO "cases_importedrow" VALUES(93,'sample','experts.affiliation','["zhou-fanwen", "shili-kexueyuan", "\u9662\u58eb"]',4,'{"expert": 3, "organisation": 3, "job_title": "\u9662\u58eb", "as_printed": "\u793a\u4f8b\u79d1\u5b66\u9662\u9662\u58eb\u3001\u6837\u672c\u5927\u5b66\u6559\u6388", "origin": "book", "source_line": 73}');
INSERT INTO "cases_importedrow" VALUES(94,'sample','experts.affiliation','["zhou-fanwen", "yangben-daxue", "\u6559\u6388"]',5,'{"expert": 3, "organisation": 4, "job_title": "\u6559\u6388", "as_printed": "\u793a\u4f8b\u79d1\u5b66\u9662\u9662\u58eb\u3001\u6837\u672c\u5927\u5b66\u6559\u6388", "origin": "book", "source_line": 73}');
INSERT INTO "cases_importedrow" VALUES(95,'sample','experts.affiliation','["zheng-shifan", "yangben-shi-shuzi-zhili-zhuanjia-weiyuanhui", "\u526f\u4e3b\u4efb"]',6,'{"expert": 4, "organisation": 5, "job_title": "\u526f\u4e3b\u4efb", "as_printed": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "origin": "book", "source_line": 74}');
INSERT INTO "cases_importedrow" VALUES(96,'sample','experts.affiliation','["wang-mo", "shili-chengshiguihua-xiehui", "\u79d8\u4e66\u957f"]',7,'{"expert": 5, "organisation": 6, "job_title": "\u79d8\u4e66\u957f", "as_printed": "\u793a\u4f8b\u57ce\u5e02\u89c4\u5212\u534f\u4f1a\u79d8\u4e66\u957f", "origin": "book", "source_line": 75}');
INSERT INTO "cases_importedrow" VALUES(97,'sample','experts.affiliation','["feng-ceshi", "yangben-ruanjian-gufen-youxiangongsi", "\u89e3\u51b3\u65b9\u6848\u603b\u76d1"]',8,'{"expert": 6, "organisation": 7, "job_title": "\u89e3\u51b3\u65b9\u6848\u603b\u76d1", "as_printed": "\u6837\u672c\u8f6f\u4ef6\u80a1\u4efd\u6709\u9650\u516c\u53f8\u89e3\u51b3\u65b9\u6848\u603b\u76d1", "origin": "book", "source_line": 76}');
INSERT INTO "cases_importedrow" VALUES(98,'sample','experts.affiliation','["chu-yanlian", "shili-yuekan-zazhishe", "\u793e\u957f"]',9,'{"expert": 7, "organisation": 8, "job_title": "\u793e\u957f", "as_printed": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e\u793e\u957f\u3001\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662\u9662\u957f", "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(99,'sample','experts.affiliation','["chu-yanlian", "shili-chuanbo-yanjiuyuan", "\u9662\u957f"]',10,'{"expert": 7, "organisation": 9, "job_title": "\u9662\u957f", "as_printed": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e\u793e\u957f\u3001\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662\u9662\u957f", "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(100,'sample','experts.affiliation','["wei-shiyong", "shili-jituan", "\u526f\u603b\u88c1"]',11,'{"expert": 8, "organisation": 10, "job_title": "\u526f\u603b\u88c1", "as_printed": "\u793a\u4f8b\u96c6\u56e2\u526f\u603b\u88c1", "origin": "book", "source_line": 78}');
INSERT INTO "cases_importedrow" VALUES(101,'sample','experts.affiliation','["jiang-caogao", "yangben-shi-da-shujuzhongxin", ""]',12,'{"expert": 9, "organisation": 2, "job_title": "", "as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3", "origin": "book", "source_line": 82}');
INSERT INTO "cases_importedrow" VALUES(102,'sample','experts.affiliation','["shen-diben", "shili-shuju-yangben-keji-youxiangongsi", "\u526f\u603b\u7ecf\u7406(\u4e3b\u6301\u5de5\u4f5c)"]',13,'{"expert": 10, "organisation": 11, "job_title": "\u526f\u603b\u7ecf\u7406(\u4e3b\u6301\u5de5\u4f5c)", "as_printed": "\u793a\u4f8b\u6570\u636e(\u6837\u672c)\u79d1\u6280\u6709\u9650\u516c\u53f8\u526f\u603b\u7ecf\u7406(\u4e3b\u6301\u5de5\u4f5c)", "origin": "book", "source_line": 83}');
INSERT INTO "cases_importedrow" VALUES(103,'sample','experts.affiliation','["wu-li", "yangben-shi-shuju-ju", "\u5c40\u957f\uff08\u539f\uff09"]',14,'{"expert": 11, "organisation": 12, "job_title": "\u5c40\u957f\uff08\u539f\uff09", "as_printed": "\u6837\u672c\u5e02\u6570\u636e\u5c40\u5c40\u957f\uff08\u539f\uff09", "origin": "book", "source_line": 12}');
INSERT INTO "cases_importedrow" VALUES(104,'sample','experts.affiliation','["ada-sample", "shili-huangjia-xuehui-huiyuan", ""]',15,'{"expert": 12, "organisation": 13, "job_title": "", "as_printed": "\u793a\u4f8b\u7687\u5bb6\u5b66\u4f1a\u4f1a\u5458", "origin": "book", "source_line": 14}');
INSERT INTO "cases_importedrow" VALUES(105,'sample','experts.affiliation','["zheng-shifan", "yangben-shi-shuzi-zhili-zhuanjia-zixun-weiyuanhui", "\u526f\u4e3b\u4efb"]',16,'{"expert": 4, "organisation": 17, "job_title": "\u526f\u4e3b\u4efb", "as_printed": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u54a8\u8be2\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "origin": "book", "source_line": 123}');
INSERT INTO "cases_importedrow" VALUES(106,'sample','experts.affiliation','["shen-diben", "shili-shuju-yangben-keji-youxiangongsi", "\u526f\u603b\u7ecf\u7406"]',17,'{"expert": 10, "organisation": 11, "job_title": "\u526f\u603b\u7ecf\u7406", "as_printed": "\u793a\u4f8b\u6570\u636e(\u6837\u672c)\u79d1\u6280\u6709\u9650\u516c\u53f8\u526f\u603b\u7ecf\u7406", "origin": "book", "source_line": 141}');
INSERT INTO "cases_importedrow" VALUES(107,'sample','experts.affiliation','["jiang-caogao", "yangben-shi-da-shujuzhongxin", "\u9ad8\u7ea7\u5de5\u7a0b\u5e08"]',18,'{"expert": 9, "organisation": 2, "job_title": "\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "origin": "book", "source_line": 142}');
INSERT INTO "cases_importedrow" VALUES(108,'sample','cases.book','["sample"]',1,'{"slug": "sample", "title": "\u793a\u4f8b\u6848\u4f8b\u96c6", "subtitle": "\u667a\u6167\u57ce\u5e02\u6837\u672c\u9009\u7f16", "parallel_title": "Sample Casebook", "place_of_publication": "\u5317\u4eac", "notices": ["\u6837\u672c\u5e02\u793a\u4f8b\u533a\u6d4b\u8bd5\u8def 1 \u53f7 (000001)", "\u603b\u7f16\u5ba4: (000) 00000001 \u53d1\u884c\u4e2d\u5fc3: (000) 00000002", "\u5404\u5730\u6837\u672c\u4e66\u5e97\u7ecf\u9500", "\u672c\u4e66\u5168\u90e8\u5185\u5bb9\u5747\u4e3a\u6d4b\u8bd5\u800c\u5199\uff0c\u4eba\u7269\u4e0e\u673a\u6784\u7eaf\u5c5e\u793a\u4f8b"], "foreword_date": "2024\u5e744\u6708", "field_lines": {"cip_number": 39, "cip_subjects": 36, "cip_title": 31, "classification": 36, "edition": 57, "edition_date": 57, "format": 55, "isbn": 34, "notices": 43, "place_of_publication": 31, "price": 61, "printing": 57, "printing_date": 57, "sheets": 55, "website": 45, "word_count": 55}, "isbn": "978-7-0000-1234-9", "cip_number": "\uff082024\uff09\u7b2c000001\u53f7", "cip_title": "\u793a\u4f8b\u6848\u4f8b\u96c6\u2014\u2014\u667a\u6167\u57ce\u5e02\u6837\u672c\u9009\u7f16", "cip_subjects": "\u57ce\u5e02\u7ba1\u7406\u2014\u6837\u672c\u2014\u6d4b\u8bd5", "classification": "C912.81", "format": "710\u00d71000 1/16", "sheets": "4.25", "word_count": 68000, "edition": "\u7b2c\u4e00\u7248", "edition_date": "2024-05-01", "printing": "\u7b2c\u4e8c\u6b21\u5370\u5237", "printing_date": "2024-06-01", "price": "36.50", "website": "www.example.org", "origin": "book", "source_line": 2}');
INSERT INTO "cases_importedrow" VALUES(109,'sample','cases.part','["sample", 1]',1,'{"book": 1, "number": 1, "slug": "sample-part-1", "title": "\u603b\u8bba", "start_page": 1, "end_page": 7, "origin": "book", "source_line": 105}');
INSERT INTO "cases_importedrow" VALUES(110,'sample','cases.part','["sample", 2]',2,'{"book": 1, "number": 2, "slug": "sample-part-2", "title": "\u57ce\u5e02\u8fd0\u884c\u7684\u534f\u540c\u611f\u77e5", "start_page": 8, "end_page": 32, "origin": "book", "source_line": 111}');
INSERT INTO "cases_importedrow" VALUES(111,'sample','cases.part','["sample", 3]',3,'{"book": 1, "number": 3, "slug": "sample-part-3", "title": "\u516c\u5171\u670d\u52a1\u4e0e\u4ea7\u4e1a\u57f9\u80b2", "start_page": 33, "end_page": null, "origin": "book", "source_line": 129}');
INSERT INTO "cases_importedrow" VALUES(112,'sample','cases.case','["sample-01"]',1,'{"book": 1, "part": 2, "number": 1, "slug": "sample-01", "title": "\u667a\u6167\u82cf\u5dde\uff1a\u6cb3\u9053\u6c34\u4f4d\u7684\u5206\u949f\u7ea7\u611f\u77e5", "name": "\u667a\u6167\u82cf\u5dde", "subtitle": "\u6cb3\u9053\u6c34\u4f4d\u7684\u5206\u949f\u7ea7\u611f\u77e5", "start_page": 9, "end_page": 14, "origin": "book", "source_line": 113}');
INSERT INTO "cases_importedrow" VALUES(113,'sample','cases.case','["sample-02"]',2,'{"book": 1, "part": 2, "number": 2, "slug": "sample-02", "title": "\u9752\u5c9b\u6e2f\u533a\u4e00\u5f20\u56fe\uff1a\u8239\u3001\u8f66\u3001\u8d27\u7684\u540c\u5c4f\u8c03\u5ea6", "name": "\u9752\u5c9b\u6e2f\u533a\u4e00\u5f20\u56fe", "subtitle": "\u8239\u3001\u8f66\u3001\u8d27\u7684\u540c\u5c4f\u8c03\u5ea6", "start_page": 15, "end_page": 20, "origin": "book", "source_line": 117}');
INSERT INTO "cases_importedrow" VALUES(114,'sample','cases.case','["sample-03"]',3,'{"book": 1, "part": 2, "number": 3, "slug": "sample-03", "title": "\u6210\u90fd\u793e\u533a\u5fae\u7f51\u683c\uff1a\u628a\u201c\u5c0f\u4e8b\u201d\u529e\u5728\u697c\u4e0b", "name": "\u6210\u90fd\u793e\u533a\u5fae\u7f51\u683c", "subtitle": "\u628a\u201c\u5c0f\u4e8b\u201d\u529e\u5728\u697c\u4e0b", "start_page": 21, "end_page": 26, "origin": "book", "source_line": 121}');
INSERT INTO "cases_importedrow" VALUES(115,'sample','cases.case','["sample-04"]',4,'{"book": 1, "part": 2, "number": 4, "slug": "sample-04", "title": "\u6606\u5c71\u8def\u706f\u6746\uff1a\u4ece\u7167\u660e\u5230\u611f\u77e5\uff08\u4e00\u6746\u591a\u7528\u2014\u4e00\u7f51\u5171\u4eab\uff09", "name": "\u6606\u5c71\u8def\u706f\u6746", "subtitle": "\u4ece\u7167\u660e\u5230\u611f\u77e5\uff08\u4e00\u6746\u591a\u7528\u2014\u4e00\u7f51\u5171\u4eab\uff09", "start_page": 27, "end_page": 32, "origin": "book", "source_line": 125}');
INSERT INTO "cases_importedrow" VALUES(116,'sample','cases.case','["sample-05"]',5,'{"book": 1, "part": 3, "number": 5, "slug": "sample-05", "title": "\u5e7f\u5dde\u5357\u6c99\u529e\u4e8b\u5927\u5385\uff1a\u4e00\u679a\u4e8c\u7ef4\u7801\u8d70\u5230\u5e95", "name": "\u5e7f\u5dde\u5357\u6c99\u529e\u4e8b\u5927\u5385", "subtitle": "\u4e00\u679a\u4e8c\u7ef4\u7801\u8d70\u5230\u5e95", "start_page": 34, "end_page": 39, "origin": "book", "source_line": 131}');
INSERT INTO "cases_importedrow" VALUES(117,'sample','cases.case','["sample-06"]',6,'{"book": 1, "part": 3, "number": 6, "slug": "sample-06", "title": "\u897f\u5b89\u8001\u57ce\u505c\u8f66\uff1a3.0 \u7248\u7684\u9519\u65f6\u5171\u4eab", "name": "\u897f\u5b89\u8001\u57ce\u505c\u8f66", "subtitle": "3.0 \u7248\u7684\u9519\u65f6\u5171\u4eab", "start_page": 40, "end_page": 45, "origin": "book", "source_line": 135}');
INSERT INTO "cases_importedrow" VALUES(118,'sample','cases.case','["sample-07"]',7,'{"book": 1, "part": 3, "number": 7, "slug": "sample-07", "title": "\u53a6\u95e8\u6570\u636e\u8336\u9986\uff1a\u4e2d\u5c0f\u4f01\u4e1a\u7684\u7b2c\u4e00\u4efd\u6570\u636e\u8d26\u672c", "name": "\u53a6\u95e8\u6570\u636e\u8336\u9986", "subtitle": "\u4e2d\u5c0f\u4f01\u4e1a\u7684\u7b2c\u4e00\u4efd\u6570\u636e\u8d26\u672c", "start_page": 46, "end_page": 51, "origin": "book", "source_line": 139}');
INSERT INTO "cases_importedrow" VALUES(119,'sample','cases.case','["sample-08"]',8,'{"book": 1, "part": 3, "number": 8, "slug": "sample-08", "title": "\u6b66\u6c49\u793e\u533a\u98df\u5802\uff1a\u8ba2\u9910\u3001\u914d\u9910\u4e0e\u966a\u9910\u7684\u4e00\u672c\u8d26", "name": "\u6b66\u6c49\u793e\u533a\u98df\u5802", "subtitle": "\u8ba2\u9910\u3001\u914d\u9910\u4e0e\u966a\u9910\u7684\u4e00\u672c\u8d26", "start_page": 52, "end_page": 59, "origin": "book", "source_line": 144}');
INSERT INTO "cases_importedrow" VALUES(120,'sample','cases.case','["sample-09"]',9,'{"book": 1, "part": 3, "number": 9, "slug": "sample-09", "title": "\u676d\u5dde\u6cb3\u6ee8\u9a7f\u7ad9\uff1a\u73af\u536b\u5de5\u4eba\u7684\u51b7\u70ed\u6c34\u5730\u56fe", "name": "\u676d\u5dde\u6cb3\u6ee8\u9a7f\u7ad9", "subtitle": "\u73af\u536b\u5de5\u4eba\u7684\u51b7\u70ed\u6c34\u5730\u56fe", "start_page": 60, "end_page": 67, "origin": "book", "source_line": 148}');
INSERT INTO "cases_importedrow" VALUES(121,'sample','cases.case','["sample-10"]',10,'{"book": 1, "part": 3, "number": 10, "slug": "sample-10", "title": "\u54c8\u5c14\u6ee8\u51ac\u5b63\u9664\u96ea\uff1a\u628a\u96ea\u7684\u53bb\u5411\u8bb2\u6e05\u695a", "name": "\u54c8\u5c14\u6ee8\u51ac\u5b63\u9664\u96ea", "subtitle": "\u628a\u96ea\u7684\u53bb\u5411\u8bb2\u6e05\u695a", "start_page": 68, "end_page": null, "origin": "book", "source_line": 152}');
INSERT INTO "cases_importedrow" VALUES(122,'sample','cases.contribution','["sample", "chief_editor", "lin-shili", null]',1,'{"book": 1, "role": "chief_editor", "order": 1, "name_as_printed": "\u6797\u793a\u4f8b", "expert": 1, "affiliation_as_printed": "\u793a\u4f8b\u5927\u5b66\u6570\u5b57\u6cbb\u7406\u7814\u7a76\u4e2d\u5fc3\u4e3b\u4efb", "affiliations": [1], "origin": "book", "source_line": 67}');
INSERT INTO "cases_importedrow" VALUES(123,'sample','cases.contribution','["sample", "chief_editor", "chen-yangben", null]',2,'{"book": 1, "role": "chief_editor", "order": 2, "name_as_printed": "\u9648\u6837\u672c", "expert": 2, "affiliation_as_printed": "", "affiliations": [], "origin": "book", "source_line": 8}');
INSERT INTO "cases_importedrow" VALUES(124,'sample','cases.contribution','["sample", "associate_editor", "chen-yangben", null]',3,'{"book": 1, "role": "associate_editor", "order": 1, "name_as_printed": "\u9648\u6837\u672c", "expert": 2, "affiliation_as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3\u526f\u4e3b\u4efb\u3001\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "affiliations": [2, 3], "origin": "book", "source_line": 69}');
INSERT INTO "cases_importedrow" VALUES(125,'sample','cases.contribution','["sample", "editorial_board", "zhou-fanwen", null]',4,'{"book": 1, "role": "editorial_board", "order": 1, "name_as_printed": "\u5468\u8303\u6587", "expert": 3, "affiliation_as_printed": "\u793a\u4f8b\u79d1\u5b66\u9662\u9662\u58eb\u3001\u6837\u672c\u5927\u5b66\u6559\u6388", "affiliations": [4, 5], "origin": "book", "source_line": 73}');
INSERT INTO "cases_importedrow" VALUES(126,'sample','cases.contribution','["sample", "editorial_board", "zheng-shifan", null]',5,'{"book": 1, "role": "editorial_board", "order": 2, "name_as_printed": "\u90d1\u793a\u8303", "expert": 4, "affiliation_as_printed": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "affiliations": [6], "origin": "book", "source_line": 74}');
INSERT INTO "cases_importedrow" VALUES(127,'sample','cases.contribution','["sample", "editorial_board", "wang-mo", null]',6,'{"book": 1, "role": "editorial_board", "order": 3, "name_as_printed": "\u738b \u6a21", "expert": 5, "affiliation_as_printed": "\u793a\u4f8b\u57ce\u5e02\u89c4\u5212\u534f\u4f1a\u79d8\u4e66\u957f", "affiliations": [7], "origin": "book", "source_line": 75}');
INSERT INTO "cases_importedrow" VALUES(128,'sample','cases.contribution','["sample", "editorial_board", "feng-ceshi", null]',7,'{"book": 1, "role": "editorial_board", "order": 4, "name_as_printed": "\u51af\u6d4b\u8bd5", "expert": 6, "affiliation_as_printed": "\u6837\u672c\u8f6f\u4ef6\u80a1\u4efd\u6709\u9650\u516c\u53f8\u89e3\u51b3\u65b9\u6848\u603b\u76d1", "affiliations": [8], "origin": "book", "source_line": 76}');
INSERT INTO "cases_importedrow" VALUES(129,'sample','cases.contribution','["sample", "editorial_board", "chu-yanlian", null]',8,'{"book": 1, "role": "editorial_board", "order": 5, "name_as_printed": "\u891a\u6f14\u7ec3", "expert": 7, "affiliation_as_printed": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e\u793e\u957f\u3001\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662\u9662\u957f", "affiliations": [9, 10], "origin": "book", "source_line": 77}');
INSERT INTO "cases_importedrow" VALUES(130,'sample','cases.contribution','["sample", "editorial_board", "wei-shiyong", null]',9,'{"book": 1, "role": "editorial_board", "order": 6, "name_as_printed": "\u536b\u8bd5\u7528", "expert": 8, "affiliation_as_printed": "\u793a\u4f8b\u96c6\u56e2\u526f\u603b\u88c1", "affiliations": [11], "origin": "book", "source_line": 78}');
INSERT INTO "cases_importedrow" VALUES(131,'sample','cases.contribution','["sample", "executive_editorial_board", "jiang-caogao", null]',10,'{"book": 1, "role": "executive_editorial_board", "order": 1, "name_as_printed": "\u848b\u8349\u7a3f", "expert": 9, "affiliation_as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3", "affiliations": [12], "origin": "book", "source_line": 82}');
INSERT INTO "cases_importedrow" VALUES(132,'sample','cases.contribution','["sample", "executive_editorial_board", "shen-diben", null]',11,'{"book": 1, "role": "executive_editorial_board", "order": 2, "name_as_printed": "\u6c88\u5e95\u672c", "expert": 10, "affiliation_as_printed": "\u793a\u4f8b\u6570\u636e(\u6837\u672c)\u79d1\u6280\u6709\u9650\u516c\u53f8\u526f\u603b\u7ecf\u7406(\u4e3b\u6301\u5de5\u4f5c)", "affiliations": [13], "origin": "book", "source_line": 83}');
INSERT INTO "cases_importedrow" VALUES(133,'sample','cases.contribution','["sample", "foreword", "zhou-fanwen", null]',12,'{"book": 1, "role": "foreword", "order": 1, "name_as_printed": "\u5468\u8303\u6587", "expert": 3, "affiliation_as_printed": "\u793a\u4f8b\u79d1\u5b66\u9662\u9662\u58eb \u6837\u672c\u5927\u5b66\u6559\u6388", "affiliations": [4, 5], "origin": "book", "source_line": 10}');
INSERT INTO "cases_importedrow" VALUES(134,'sample','cases.contribution','["sample", "recommender", "wu-li", null]',13,'{"book": 1, "role": "recommender", "order": 1, "name_as_printed": "\u5434 \u4f8b", "expert": 11, "affiliation_as_printed": "\u6837\u672c\u5e02\u6570\u636e\u5c40\u5c40\u957f\uff08\u539f\uff09", "affiliations": [14], "origin": "book", "source_line": 12}');
INSERT INTO "cases_importedrow" VALUES(135,'sample','cases.contribution','["sample", "recommender", "ada-sample", null]',14,'{"book": 1, "role": "recommender", "order": 2, "name_as_printed": "Ada Sample", "expert": 12, "affiliation_as_printed": "\u793a\u4f8b\u7687\u5bb6\u5b66\u4f1a\u4f1a\u5458", "affiliations": [15], "origin": "book", "source_line": 14}');
INSERT INTO "cases_importedrow" VALUES(136,'sample','cases.contribution','["sample", "recommender", null, "yangben-zhihui-chengshi-yanjiuyuan"]',15,'{"book": 1, "role": "recommender", "order": 3, "name_as_printed": "\u6837\u672c\u667a\u6167\u57ce\u5e02\u7814\u7a76\u9662", "organisation": 14, "origin": "book", "source_line": 16}');
INSERT INTO "cases_importedrow" VALUES(137,'sample','cases.contribution','["sample", "publisher", null, "shili-chubanshe"]',16,'{"book": 1, "role": "publisher", "order": 1, "name_as_printed": "\u793a\u4f8b\u51fa\u7248\u793e", "organisation": 15, "origin": "book", "source_line": 26}');
INSERT INTO "cases_importedrow" VALUES(138,'sample','cases.contribution','["sample", "printer", null, "shili-yinshuachang"]',17,'{"book": 1, "role": "printer", "order": 1, "name_as_printed": "\u793a\u4f8b\u5370\u5237\u5382", "organisation": 16, "origin": "book", "source_line": 49}');
INSERT INTO "cases_importedrow" VALUES(139,'sample','cases.critique','["sample-01-lin-shili"]',1,'{"case": 1, "expert": 1, "slug": "sample-01-lin-shili", "order": 1, "name_as_printed": "\u6797\u793a\u4f8b", "affiliation_as_printed": "\u793a\u4f8b\u5927\u5b66\u6570\u5b57\u6cbb\u7406\u7814\u7a76\u4e2d\u5fc3\u4e3b\u4efb", "affiliations": [1], "origin": "book", "source_line": 115}');
INSERT INTO "cases_importedrow" VALUES(140,'sample','cases.critique','["sample-02-wang-mo"]',2,'{"case": 2, "expert": 5, "slug": "sample-02-wang-mo", "order": 1, "name_as_printed": "\u738b \u6a21", "affiliation_as_printed": "\u793a\u4f8b\u57ce\u5e02\u89c4\u5212\u534f\u4f1a\u79d8\u4e66\u957f", "affiliations": [7], "origin": "book", "source_line": 119}');
INSERT INTO "cases_importedrow" VALUES(141,'sample','cases.critique','["sample-03-zheng-shifan"]',3,'{"case": 3, "expert": 4, "slug": "sample-03-zheng-shifan", "order": 1, "name_as_printed": "\u90d1\u793a\u8303", "affiliation_as_printed": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u54a8\u8be2\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "affiliations": [16], "origin": "book", "source_line": 123}');
INSERT INTO "cases_importedrow" VALUES(142,'sample','cases.critique','["sample-03-chu-yanlian"]',4,'{"case": 3, "expert": 7, "slug": "sample-03-chu-yanlian", "order": 2, "name_as_printed": "\u891a\u6f14\u7ec3", "affiliation_as_printed": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e\u793e\u957f\uff0c\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662\u9662\u957f", "affiliations": [9, 10], "origin": "book", "source_line": 123}');
INSERT INTO "cases_importedrow" VALUES(143,'sample','cases.critique','["sample-04-feng-ceshi"]',5,'{"case": 4, "expert": 6, "slug": "sample-04-feng-ceshi", "order": 1, "name_as_printed": "\u51af\u6d4b\u8bd5", "affiliation_as_printed": "\u6837\u672c\u8f6f\u4ef6\u80a1\u4efd\u6709\u9650\u516c\u53f8\u89e3\u51b3\u65b9\u6848\u603b\u76d1", "affiliations": [8], "origin": "book", "source_line": 127}');
INSERT INTO "cases_importedrow" VALUES(144,'sample','cases.critique','["sample-05-zheng-shifan"]',6,'{"case": 5, "expert": 4, "slug": "sample-05-zheng-shifan", "order": 1, "name_as_printed": "\u90d1\u793a\u8303", "affiliation_as_printed": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u54a8\u8be2\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "affiliations": [16], "origin": "book", "source_line": 133}');
INSERT INTO "cases_importedrow" VALUES(145,'sample','cases.critique','["sample-06-wei-shiyong"]',7,'{"case": 6, "expert": 8, "slug": "sample-06-wei-shiyong", "order": 1, "name_as_printed": "\u536b\u8bd5\u7528", "affiliation_as_printed": "\u793a\u4f8b\u96c6\u56e2\u526f\u603b\u88c1", "affiliations": [11], "origin": "book", "source_line": 137}');
INSERT INTO "cases_importedrow" VALUES(146,'sample','cases.critique','["sample-07-shen-diben"]',8,'{"case": 7, "expert": 10, "slug": "sample-07-shen-diben", "order": 1, "name_as_printed": "\u6c88\u5e95\u672c", "affiliation_as_printed": "\u793a\u4f8b\u6570\u636e(\u6837\u672c)\u79d1\u6280\u6709\u9650\u516c\u53f8\u526f\u603b\u7ecf\u7406", "affiliations": [17], "origin": "book", "source_line": 141}');
INSERT INTO "cases_importedrow" VALUES(147,'sample','cases.critique','["sample-07-jiang-caogao"]',9,'{"case": 7, "expert": 9, "slug": "sample-07-jiang-caogao", "order": 2, "name_as_printed": "\u848b\u8349\u7a3f", "affiliation_as_printed": "\u6837\u672c\u5e02\u5927\u6570\u636e\u4e2d\u5fc3\u9ad8\u7ea7\u5de5\u7a0b\u5e08", "affiliations": [18], "origin": "book", "source_line": 142}');
INSERT INTO "cases_importedrow" VALUES(148,'sample','cases.critique','["sample-08-chu-yanlian"]',10,'{"case": 8, "expert": 7, "slug": "sample-08-chu-yanlian", "order": 1, "name_as_printed": "\u891a\u6f14\u7ec3", "affiliation_as_printed": "\u300a\u793a\u4f8b\u6708\u520a\u300b\u6742\u5fd7\u793e\u793e\u957f\uff0c\u793a\u4f8b\u4f20\u64ad\u7814\u7a76\u9662\u9662\u957f", "affiliations": [9, 10], "origin": "book", "source_line": 146}');
INSERT INTO "cases_importedrow" VALUES(149,'sample','cases.critique','["sample-09-wang-mo"]',11,'{"case": 9, "expert": 5, "slug": "sample-09-wang-mo", "order": 1, "name_as_printed": "\u738b \u6a21", "affiliation_as_printed": "\u793a\u4f8b\u57ce\u5e02\u89c4\u5212\u534f\u4f1a\u79d8\u4e66\u957f", "affiliations": [7], "origin": "book", "source_line": 150}');
INSERT INTO "cases_importedrow" VALUES(150,'sample','cases.critique','["sample-09-feng-ceshi"]',12,'{"case": 9, "expert": 6, "slug": "sample-09-feng-ceshi", "order": 2, "name_as_printed": "\u51af\u6d4b\u8bd5", "affiliation_as_printed": "\u6837\u672c\u8f6f\u4ef6\u80a1\u4efd\u6709\u9650\u516c\u53f8\u89e3\u51b3\u65b9\u6848\u603b\u76d1", "affiliations": [8], "origin": "book", "source_line": 150}');
INSERT INTO "cases_importedrow" VALUES(151,'sample','cases.critique','["sample-10-wei-shiyong"]',13,'{"case": 10, "expert": 8, "slug": "sample-10-wei-shiyong", "order": 1, "name_as_printed": "\u536b\u8bd5\u7528", "affiliation_as_printed": "\u793a\u4f8b\u96c6\u56e2\u526f\u603b\u88c1", "affiliations": [11], "origin": "book", "source_line": 154}');
INSERT INTO "cases_importedrow" VALUES(152,'sample','cases.critique','["sample-10-wu-li"]',14,'{"case": 10, "expert": 11, "slug": "sample-10-wu-li", "order": 2, "name_as_printed": "\u5434 \u4f8b", "affiliation_as_printed": "\u6837\u672c\u5e02\u6570\u636e\u5c40\u5c40\u957f\uff08\u539f\uff09", "affiliations": [14], "origin": "book", "source_line": 155}');
INSERT INTO "cases_importedrow" VALUES(153,'sample','cases.section','["sample", "s-ojnqnpek"]',1,'{"book": 1, "anchor": "s-ojnqnpek", "order": 20000, "level": 1, "marker": "\u4e00\u3001", "title": "\u4e3a\u4ec0\u4e48\u8981\u5199\u6837\u672c", "start_page": 2, "parent": null, "part": 1, "origin": "book", "source_line": 107}');
INSERT INTO "cases_importedrow" VALUES(154,'sample','cases.section','["sample", "s-aife2ktc"]',2,'{"book": 1, "anchor": "s-aife2ktc", "order": 30000, "level": 1, "marker": "\u4e8c\u3001", "title": "\u6837\u672c\u7684\u5199\u6cd5", "start_page": 4, "parent": null, "part": 1, "origin": "book", "source_line": 108}');
INSERT INTO "cases_importedrow" VALUES(155,'sample','cases.section','["sample", "s-6f5qvnkx"]',3,'{"book": 1, "anchor": "s-6f5qvnkx", "order": 40000, "level": 1, "marker": "\u4e09\u3001", "title": "\u5982\u4f55\u4f7f\u7528\u672c\u4e66", "start_page": 6, "parent": null, "part": 1, "origin": "book", "source_line": 109}');
INSERT INTO "cases_importedrow" VALUES(156,'sample','cases.section','["sample", "s-cpavpo3u"]',4,'{"book": 1, "anchor": "s-cpavpo3u", "order": 20001, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u53ef\u4ee5\u516c\u5f00", "start_page": 3, "parent": 1, "part": 1, "origin": "book", "source_line": 175}');
INSERT INTO "cases_importedrow" VALUES(157,'sample','cases.section','["sample", "s-k3m2wcml"]',5,'{"book": 1, "anchor": "s-k3m2wcml", "order": 20002, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u8db3\u591f\u76f8\u4f3c", "start_page": 4, "parent": 1, "part": 1, "origin": "book", "source_line": 185}');
INSERT INTO "cases_importedrow" VALUES(158,'sample','cases.section','["sample", "s-muu2ev34"]',6,'{"book": 1, "anchor": "s-muu2ev34", "order": 30001, "level": 3, "marker": "1.", "title": "\u5148\u5b9a\u9aa8\u67b6", "start_page": 5, "parent": 2, "part": 1, "origin": "book", "source_line": 193}');
INSERT INTO "cases_importedrow" VALUES(159,'sample','cases.section','["sample", "s-tcykjcxv"]',7,'{"book": 1, "anchor": "s-tcykjcxv", "order": 30002, "level": 3, "marker": "2.", "title": "\u518d\u8865\u8840\u8089", "start_page": 5, "parent": 2, "part": 1, "origin": "book", "source_line": 197}');
INSERT INTO "cases_importedrow" VALUES(160,'sample','cases.erratum','["sample", "\u9648\u6837\u672c"]',1,'{"book": 1, "order": 1, "subject": "\u9648\u6837\u672c", "reading": "\u4e3b\u7f16", "other_reading": "\u526f\u4e3b\u7f16", "other_line": 69, "note": "\u5c01\u9762\u4e0e\u7f16\u59d4\u4f1a\u540d\u5355\u6240\u5217\u804c\u8d23\u4e0d\u4e00\u81f4", "origin": "book", "source_line": 8}');
INSERT INTO "cases_importedrow" VALUES(161,'sample','cases.erratum','["sample", "\u90d1\u793a\u8303"]',2,'{"book": 1, "order": 2, "subject": "\u90d1\u793a\u8303", "reading": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "other_reading": "\u6837\u672c\u5e02\u6570\u5b57\u6cbb\u7406\u4e13\u5bb6\u54a8\u8be2\u59d4\u5458\u4f1a\u526f\u4e3b\u4efb", "other_line": 123, "note": "\u540c\u4e00\u4eba\u7684\u804c\u52a1\uff0c\u4e66\u4e2d\u4e24\u5904\u8868\u8ff0\u4e0d\u4e00\u81f4", "origin": "book", "source_line": 74}');
INSERT INTO "cases_importedrow" VALUES(162,'sample text','cases.section','["sample", "s-j5x4sjyd"]',8,'{"book": 1, "anchor": "s-j5x4sjyd", "order": 0, "level": 1, "marker": "", "title": "\u524d\u8a00", "start_page": null, "parent": null, "origin": "book", "source_line": 85}');
INSERT INTO "cases_importedrow" VALUES(163,'sample text','cases.section','["sample", "s-we4pswmf"]',9,'{"book": 1, "anchor": "s-we4pswmf", "order": 10000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "part": 1, "origin": "book", "source_line": 165}');
INSERT INTO "cases_importedrow" VALUES(164,'sample text','cases.section','["sample", "s-m6u76m5m"]',10,'{"book": 1, "anchor": "s-m6u76m5m", "order": 50000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "part": 2, "origin": "book", "source_line": 227}');
INSERT INTO "cases_importedrow" VALUES(165,'sample text','cases.section','["sample", "s-ywttna7r"]',11,'{"book": 1, "anchor": "s-ywttna7r", "order": 60000, "level": 1, "marker": "\u4e00\u3001", "title": "\u57fa\u672c\u60c5\u51b5", "start_page": 9, "parent": null, "case": 1, "origin": "book", "source_line": 231}');
INSERT INTO "cases_importedrow" VALUES(166,'sample text','cases.section','["sample", "s-f3os7q4o"]',12,'{"book": 1, "anchor": "s-f3os7q4o", "order": 60003, "level": 1, "marker": "\u4e8c\u3001", "title": "\u5efa\u8bbe\u5185\u5bb9", "start_page": 11, "parent": null, "case": 1, "origin": "book", "source_line": 255}');
INSERT INTO "cases_importedrow" VALUES(167,'sample text','cases.section','["sample", "s-tskdmmi6"]',13,'{"book": 1, "anchor": "s-tskdmmi6", "order": 60006, "level": 1, "marker": "\u4e09\u3001", "title": "\u6210\u6548\u4e0e\u4e0d\u8db3", "start_page": 12, "parent": null, "case": 1, "origin": "book", "source_line": 284}');
INSERT INTO "cases_importedrow" VALUES(168,'sample text','cases.section','["sample", "s-nsmyiv5b"]',14,'{"book": 1, "anchor": "s-nsmyiv5b", "order": 70000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 1, "origin": "book", "source_line": 292}');
INSERT INTO "cases_importedrow" VALUES(169,'sample text','cases.section','["sample", "s-56bvxggh"]',15,'{"book": 1, "anchor": "s-56bvxggh", "order": 80000, "level": 1, "marker": "\u4e00\u3001", "title": "\u8d77\u56e0", "start_page": 15, "parent": null, "case": 2, "origin": "book", "source_line": 300}');
INSERT INTO "cases_importedrow" VALUES(170,'sample text','cases.section','["sample", "s-oz6va4z2"]',16,'{"book": 1, "anchor": "s-oz6va4z2", "order": 80001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u505a\u6cd5", "start_page": 16, "parent": null, "case": 2, "origin": "book", "source_line": 308}');
INSERT INTO "cases_importedrow" VALUES(171,'sample text','cases.section','["sample", "s-xlmxe6bf"]',17,'{"book": 1, "anchor": "s-xlmxe6bf", "order": 80005, "level": 1, "marker": "\u4e09\u3001", "title": "\u542f\u793a", "start_page": 18, "parent": null, "case": 2, "origin": "book", "source_line": 345}');
INSERT INTO "cases_importedrow" VALUES(172,'sample text','cases.section','["sample", "s-6fmvpfdn"]',18,'{"book": 1, "anchor": "s-6fmvpfdn", "order": 80006, "level": 1, "marker": "\u56db\u3001", "title": "\u4e00\u6b21\u6f14\u7ec3", "start_page": 18, "parent": null, "case": 2, "origin": "book", "source_line": 349}');
INSERT INTO "cases_importedrow" VALUES(173,'sample text','cases.section','["sample", "s-sxpgxqvp"]',19,'{"book": 1, "anchor": "s-sxpgxqvp", "order": 90000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 2, "origin": "book", "source_line": 361}');
INSERT INTO "cases_importedrow" VALUES(174,'sample text','cases.section','["sample", "s-dqpclumk"]',20,'{"book": 1, "anchor": "s-dqpclumk", "order": 100000, "level": 1, "marker": "\u4e00\u3001", "title": "\u5c0f\u4e8b\u7684\u6e05\u5355", "start_page": 21, "parent": null, "case": 3, "origin": "book", "source_line": 367}');
INSERT INTO "cases_importedrow" VALUES(175,'sample text','cases.section','["sample", "s-7fwbancp"]',21,'{"book": 1, "anchor": "s-7fwbancp", "order": 100001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u529e\u7406\u7684\u6d41\u7a0b", "start_page": 22, "parent": null, "case": 3, "origin": "book", "source_line": 375}');
INSERT INTO "cases_importedrow" VALUES(176,'sample text','cases.section','["sample", "s-godub4he"]',22,'{"book": 1, "anchor": "s-godub4he", "order": 100005, "level": 1, "marker": "\u4e09\u3001", "title": "\u8fb9\u754c", "start_page": 23, "parent": null, "case": 3, "origin": "book", "source_line": 401}');
INSERT INTO "cases_importedrow" VALUES(177,'sample text','cases.section','["sample", "s-akszhywv"]',23,'{"book": 1, "anchor": "s-akszhywv", "order": 100006, "level": 1, "marker": "\u56db\u3001", "title": "\u70ed\u5fc3\u4eba\u7684\u4e00\u5929", "start_page": 23, "parent": null, "case": 3, "origin": "book", "source_line": 405}');
INSERT INTO "cases_importedrow" VALUES(178,'sample text','cases.section','["sample", "s-iyv54dce"]',24,'{"book": 1, "anchor": "s-iyv54dce", "order": 110000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 3, "origin": "book", "source_line": 417}');
INSERT INTO "cases_importedrow" VALUES(179,'sample text','cases.section','["sample", "s-u6kfpbus"]',25,'{"book": 1, "anchor": "s-u6kfpbus", "order": 120000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 4, "origin": "book", "source_line": 421}');
INSERT INTO "cases_importedrow" VALUES(180,'sample text','cases.section','["sample", "s-shtbqyor"]',26,'{"book": 1, "anchor": "s-shtbqyor", "order": 130000, "level": 1, "marker": "\u4e00\u3001", "title": "\u6746\u5b50\u7684\u6765\u5386", "start_page": 27, "parent": null, "case": 4, "origin": "book", "source_line": 427}');
INSERT INTO "cases_importedrow" VALUES(181,'sample text','cases.section','["sample", "s-laizmuzx"]',27,'{"book": 1, "anchor": "s-laizmuzx", "order": 130001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u5408\u6746", "start_page": 28, "parent": null, "case": 4, "origin": "book", "source_line": 435}');
INSERT INTO "cases_importedrow" VALUES(182,'sample text','cases.section','["sample", "s-y6jkxq7e"]',28,'{"book": 1, "anchor": "s-y6jkxq7e", "order": 130004, "level": 1, "marker": "\u4e09\u3001", "title": "\u6570\u636e", "start_page": 28, "parent": null, "case": 4, "origin": "book", "source_line": 447}');
INSERT INTO "cases_importedrow" VALUES(183,'sample text','cases.section','["sample", "s-srhdh3x7"]',29,'{"book": 1, "anchor": "s-srhdh3x7", "order": 130005, "level": 1, "marker": "\u56db\u3001", "title": "\u6ca1\u6709\u60f3\u5230\u7684\u4e8b", "start_page": 28, "parent": null, "case": 4, "origin": "book", "source_line": 451}');
INSERT INTO "cases_importedrow" VALUES(184,'sample text','cases.section','["sample", "s-7pnkf7ql"]',30,'{"book": 1, "anchor": "s-7pnkf7ql", "order": 140000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 5, "origin": "book", "source_line": 463}');
INSERT INTO "cases_importedrow" VALUES(185,'sample text','cases.section','["sample", "s-hi2fkrym"]',31,'{"book": 1, "anchor": "s-hi2fkrym", "order": 160000, "level": 1, "marker": "\u4e00\u3001", "title": "\u6392\u961f\u7684\u4eba", "start_page": 34, "parent": null, "case": 5, "origin": "book", "source_line": 473}');
INSERT INTO "cases_importedrow" VALUES(186,'sample text','cases.section','["sample", "s-tmldi65o"]',32,'{"book": 1, "anchor": "s-tmldi65o", "order": 160001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u4e8c\u7ef4\u7801", "start_page": 35, "parent": null, "case": 5, "origin": "book", "source_line": 479}');
INSERT INTO "cases_importedrow" VALUES(187,'sample text','cases.section','["sample", "s-wlfngpp4"]',33,'{"book": 1, "anchor": "s-wlfngpp4", "order": 160005, "level": 1, "marker": "\u4e09\u3001", "title": "\u8d26\u672c", "start_page": 35, "parent": null, "case": 5, "origin": "book", "source_line": 493}');
INSERT INTO "cases_importedrow" VALUES(188,'sample text','cases.section','["sample", "s-f5qfq2wk"]',34,'{"book": 1, "anchor": "s-f5qfq2wk", "order": 160006, "level": 1, "marker": "\u56db\u3001", "title": "\u6ca1\u6709\u7801\u7684\u4eba", "start_page": 35, "parent": null, "case": 5, "origin": "book", "source_line": 497}');
INSERT INTO "cases_importedrow" VALUES(189,'sample text','cases.section','["sample", "s-kdsxoo3u"]',35,'{"book": 1, "anchor": "s-kdsxoo3u", "order": 170000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 6, "origin": "book", "source_line": 507}');
INSERT INTO "cases_importedrow" VALUES(190,'sample text','cases.section','["sample", "s-qmix4kli"]',36,'{"book": 1, "anchor": "s-qmix4kli", "order": 180000, "level": 1, "marker": "\u4e00\u3001", "title": "\u4e09\u4e2a\u7248\u672c", "start_page": 40, "parent": null, "case": 6, "origin": "book", "source_line": 511}');
INSERT INTO "cases_importedrow" VALUES(191,'sample text','cases.section','["sample", "s-k2ovdkn2"]',37,'{"book": 1, "anchor": "s-k2ovdkn2", "order": 180001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u501f\u7684\u89c4\u77e9", "start_page": 41, "parent": null, "case": 6, "origin": "book", "source_line": 519}');
INSERT INTO "cases_importedrow" VALUES(192,'sample text','cases.section','["sample", "s-5ilkvyc7"]',38,'{"book": 1, "anchor": "s-5ilkvyc7", "order": 180002, "level": 1, "marker": "\u4e09\u3001", "title": "\u8d26\u76ee", "start_page": 41, "parent": null, "case": 6, "origin": "book", "source_line": 527}');
INSERT INTO "cases_importedrow" VALUES(193,'sample text','cases.section','["sample", "s-6vmc7ntl"]',39,'{"book": 1, "anchor": "s-6vmc7ntl", "order": 180003, "level": 1, "marker": "\u56db\u3001", "title": "\u501f\u6765\u7684\u65f6\u95f4", "start_page": 41, "parent": null, "case": 6, "origin": "book", "source_line": 539}');
INSERT INTO "cases_importedrow" VALUES(194,'sample text','cases.section','["sample", "s-2mw23oe6"]',40,'{"book": 1, "anchor": "s-2mw23oe6", "order": 190000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 7, "origin": "book", "source_line": 549}');
INSERT INTO "cases_importedrow" VALUES(195,'sample text','cases.section','["sample", "s-iwyglb4q"]',41,'{"book": 1, "anchor": "s-iwyglb4q", "order": 200000, "level": 1, "marker": "\u4e00\u3001", "title": "\u8336\u9986", "start_page": 46, "parent": null, "case": 7, "origin": "book", "source_line": 555}');
INSERT INTO "cases_importedrow" VALUES(196,'sample text','cases.section','["sample", "s-2k2z4f42"]',42,'{"book": 1, "anchor": "s-2k2z4f42", "order": 200001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u8d26\u672c", "start_page": 47, "parent": null, "case": 7, "origin": "book", "source_line": 563}');
INSERT INTO "cases_importedrow" VALUES(197,'sample text','cases.section','["sample", "s-uawjstoh"]',43,'{"book": 1, "anchor": "s-uawjstoh", "order": 200004, "level": 1, "marker": "\u4e09\u3001", "title": "\u4ea7\u4e1a", "start_page": 47, "parent": null, "case": 7, "origin": "book", "source_line": 573}');
INSERT INTO "cases_importedrow" VALUES(198,'sample text','cases.section','["sample", "s-xrdlyft2"]',44,'{"book": 1, "anchor": "s-xrdlyft2", "order": 200005, "level": 1, "marker": "\u56db\u3001", "title": "\u8336\u9986\u4e4b\u5916", "start_page": 47, "parent": null, "case": 7, "origin": "book", "source_line": 577}');
INSERT INTO "cases_importedrow" VALUES(199,'sample text','cases.section','["sample", "s-yjbv3yax"]',45,'{"book": 1, "anchor": "s-yjbv3yax", "order": 210000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 8, "origin": "book", "source_line": 587}');
INSERT INTO "cases_importedrow" VALUES(200,'sample text','cases.section','["sample", "s-ud7cyxx4"]',46,'{"book": 1, "anchor": "s-ud7cyxx4", "order": 220000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 9, "origin": "book", "source_line": 587}');
INSERT INTO "cases_importedrow" VALUES(201,'sample text','cases.section','["sample", "s-uzhzkvms"]',47,'{"book": 1, "anchor": "s-uzhzkvms", "order": 230000, "level": 1, "marker": "\u4e00\u3001", "title": "\u7f18\u8d77", "start_page": 52, "parent": null, "case": 8, "origin": "book", "source_line": 595}');
INSERT INTO "cases_importedrow" VALUES(202,'sample text','cases.section','["sample", "s-tmd6kocb"]',48,'{"book": 1, "anchor": "s-tmd6kocb", "order": 230001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u4e09\u4ef6\u4e8b", "start_page": 54, "parent": null, "case": 8, "origin": "book", "source_line": 611}');
INSERT INTO "cases_importedrow" VALUES(203,'sample text','cases.section','["sample", "s-w4wlmggm"]',49,'{"book": 1, "anchor": "s-w4wlmggm", "order": 230007, "level": 1, "marker": "\u4e09\u3001", "title": "\u4e00\u672c\u8d26", "start_page": 56, "parent": null, "case": 8, "origin": "book", "source_line": 649}');
INSERT INTO "cases_importedrow" VALUES(204,'sample text','cases.section','["sample", "s-zjznoqkv"]',50,'{"book": 1, "anchor": "s-zjznoqkv", "order": 230008, "level": 1, "marker": "\u56db\u3001", "title": "\u6ca1\u6709\u89e3\u51b3\u7684\u4e8b", "start_page": 56, "parent": null, "case": 8, "origin": "book", "source_line": 655}');
INSERT INTO "cases_importedrow" VALUES(205,'sample text','cases.section','["sample", "s-e6e34tvv"]',51,'{"book": 1, "anchor": "s-e6e34tvv", "order": 240000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 10, "origin": "book", "source_line": 669}');
INSERT INTO "cases_importedrow" VALUES(206,'sample text','cases.section','["sample", "s-gdbiiyae"]',52,'{"book": 1, "anchor": "s-gdbiiyae", "order": 250000, "level": 1, "marker": "\u4e00\u3001", "title": "\u5730\u56fe\u4e4b\u524d", "start_page": 60, "parent": null, "case": 9, "origin": "book", "source_line": 677}');
INSERT INTO "cases_importedrow" VALUES(207,'sample text','cases.section','["sample", "s-amdd2vmo"]',53,'{"book": 1, "anchor": "s-amdd2vmo", "order": 250003, "level": 1, "marker": "\u4e8c\u3001", "title": "\u5730\u56fe\u4e4b\u4e2d", "start_page": 61, "parent": null, "case": 9, "origin": "book", "source_line": 691}');
INSERT INTO "cases_importedrow" VALUES(208,'sample text','cases.section','["sample", "s-mxxlf5g4"]',54,'{"book": 1, "anchor": "s-mxxlf5g4", "order": 250006, "level": 1, "marker": "\u4e09\u3001", "title": "\u5730\u56fe\u4e4b\u540e", "start_page": 63, "parent": null, "case": 9, "origin": "book", "source_line": 724}');
INSERT INTO "cases_importedrow" VALUES(209,'sample text','cases.section','["sample", "s-nsqy5zcm"]',55,'{"book": 1, "anchor": "s-nsqy5zcm", "order": 260000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 11, "origin": "book", "source_line": 742}');
INSERT INTO "cases_importedrow" VALUES(210,'sample text','cases.section','["sample", "s-uzexy4ib"]',56,'{"book": 1, "anchor": "s-uzexy4ib", "order": 270000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 12, "origin": "book", "source_line": 746}');
INSERT INTO "cases_importedrow" VALUES(211,'sample text','cases.section','["sample", "s-hvlxcyfn"]',57,'{"book": 1, "anchor": "s-hvlxcyfn", "order": 280000, "level": 1, "marker": "\u4e00\u3001", "title": "\u96ea\u4ece\u5929\u4e0a\u6765", "start_page": 68, "parent": null, "case": 10, "origin": "book", "source_line": 752}');
INSERT INTO "cases_importedrow" VALUES(212,'sample text','cases.section','["sample", "s-7hdoaj2n"]',58,'{"book": 1, "anchor": "s-7hdoaj2n", "order": 280001, "level": 1, "marker": "\u4e8c\u3001", "title": "\u96ea\u5f80\u54ea\u91cc\u53bb", "start_page": 69, "parent": null, "case": 10, "origin": "book", "source_line": 760}');
INSERT INTO "cases_importedrow" VALUES(213,'sample text','cases.section','["sample", "s-oe7szlry"]',59,'{"book": 1, "anchor": "s-oe7szlry", "order": 280006, "level": 1, "marker": "\u4e09\u3001", "title": "\u8d26\u7b97\u6e05\u4e4b\u540e", "start_page": 71, "parent": null, "case": 10, "origin": "book", "source_line": 788}');
INSERT INTO "cases_importedrow" VALUES(214,'sample text','cases.section','["sample", "s-4nhrcmko"]',60,'{"book": 1, "anchor": "s-4nhrcmko", "order": 290000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 13, "origin": "book", "source_line": 807}');
INSERT INTO "cases_importedrow" VALUES(215,'sample text','cases.section','["sample", "s-zrondtoo"]',61,'{"book": 1, "anchor": "s-zrondtoo", "order": 300000, "level": 0, "marker": "", "title": "", "start_page": null, "parent": null, "critique": 14, "origin": "book", "source_line": 807}');
INSERT INTO "cases_importedrow" VALUES(216,'sample text','cases.section','["sample", "s-7xr44nhi"]',62,'{"book": 1, "anchor": "s-7xr44nhi", "order": 310000, "level": 1, "marker": "", "title": "\u540e\u8bb0", "start_page": null, "parent": null, "origin": "book", "source_line": 813}');
INSERT INTO "cases_importedrow" VALUES(217,'sample text','cases.section','["sample", "s-sbf23j7t"]',63,'{"book": 1, "anchor": "s-sbf23j7t", "order": 60001, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u6c34\u4ece\u54ea\u91cc\u6765", "start_page": 10, "parent": 11, "case": 1, "origin": "book", "source_line": 239}');
INSERT INTO "cases_importedrow" VALUES(218,'sample text','cases.section','["sample", "s-ayzq5zd5"]',64,'{"book": 1, "anchor": "s-ayzq5zd5", "order": 60002, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u6570\u5230\u54ea\u91cc\u53bb", "start_page": 11, "parent": 11, "case": 1, "origin": "book", "source_line": 249}');
INSERT INTO "cases_importedrow" VALUES(219,'sample text','cases.section','["sample", "s-72a356zw"]',65,'{"book": 1, "anchor": "s-72a356zw", "order": 60004, "level": 3, "marker": "1.", "title": "\u8bbe\u5907", "start_page": 11, "parent": 12, "case": 1, "origin": "book", "source_line": 257}');
INSERT INTO "cases_importedrow" VALUES(220,'sample text','cases.section','["sample", "s-75cte2kg"]',66,'{"book": 1, "anchor": "s-75cte2kg", "order": 60005, "level": 3, "marker": "2.", "title": "\u89c4\u5219", "start_page": 12, "parent": 12, "case": 1, "origin": "book", "source_line": 272}');
INSERT INTO "cases_importedrow" VALUES(221,'sample text','cases.section','["sample", "s-rjin6h5p"]',67,'{"book": 1, "anchor": "s-rjin6h5p", "order": 80002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u5408\u5c4f", "start_page": 16, "parent": 16, "case": 2, "origin": "book", "source_line": 310}');
INSERT INTO "cases_importedrow" VALUES(222,'sample text','cases.section','["sample", "s-u4fi2mas"]',68,'{"book": 1, "anchor": "s-u4fi2mas", "order": 80003, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u5206\u8d23", "start_page": 16, "parent": 16, "case": 2, "origin": "book", "source_line": 322}');
INSERT INTO "cases_importedrow" VALUES(223,'sample text','cases.section','["sample", "s-oy72u5j4"]',69,'{"book": 1, "anchor": "s-oy72u5j4", "order": 80004, "level": 2, "marker": "\uff08\u4e09\uff09", "title": "\u590d\u76d8", "start_page": 17, "parent": 16, "case": 2, "origin": "book", "source_line": 335}');
INSERT INTO "cases_importedrow" VALUES(224,'sample text','cases.section','["sample", "s-e5pmaezl"]',70,'{"book": 1, "anchor": "s-e5pmaezl", "order": 100002, "level": 3, "marker": "1.", "title": "\u4e0a\u62a5", "start_page": 22, "parent": 21, "case": 3, "origin": "book", "source_line": 377}');
INSERT INTO "cases_importedrow" VALUES(225,'sample text','cases.section','["sample", "s-gbssxcng"]',71,'{"book": 1, "anchor": "s-gbssxcng", "order": 100003, "level": 3, "marker": "2.", "title": "\u5206\u6d3e", "start_page": 22, "parent": 21, "case": 3, "origin": "book", "source_line": 381}');
INSERT INTO "cases_importedrow" VALUES(226,'sample text','cases.section','["sample", "s-crd7ker6"]',72,'{"book": 1, "anchor": "s-crd7ker6", "order": 100004, "level": 3, "marker": "3.", "title": "\u56de\u8bbf", "start_page": 22, "parent": 21, "case": 3, "origin": "book", "source_line": 391}');
INSERT INTO "cases_importedrow" VALUES(227,'sample text','cases.section','["sample", "s-owqkxnnk"]',73,'{"book": 1, "anchor": "s-owqkxnnk", "order": 130002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u8c01\u6765\u51fa\u94b1", "start_page": 28, "parent": 27, "case": 4, "origin": "book", "source_line": 437}');
INSERT INTO "cases_importedrow" VALUES(228,'sample text','cases.section','["sample", "s-w5acfdok"]',74,'{"book": 1, "anchor": "s-w5acfdok", "order": 130003, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u8c01\u6765\u4fee", "start_page": 28, "parent": 27, "case": 4, "origin": "book", "source_line": 441}');
INSERT INTO "cases_importedrow" VALUES(229,'sample text','cases.section','["sample", "s-gkmdmfil"]',75,'{"book": 1, "anchor": "s-gkmdmfil", "order": 160002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u53d6\u7801", "start_page": 35, "parent": 32, "case": 5, "origin": "book", "source_line": 481}');
INSERT INTO "cases_importedrow" VALUES(230,'sample text','cases.section','["sample", "s-wsxjrwjf"]',76,'{"book": 1, "anchor": "s-wsxjrwjf", "order": 160003, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u4f20\u7801", "start_page": 35, "parent": 32, "case": 5, "origin": "book", "source_line": 485}');
INSERT INTO "cases_importedrow" VALUES(231,'sample text','cases.section','["sample", "s-6yl5ertm"]',77,'{"book": 1, "anchor": "s-6yl5ertm", "order": 160004, "level": 2, "marker": "\uff08\u4e09\uff09", "title": "\u9500\u7801", "start_page": 35, "parent": 32, "case": 5, "origin": "book", "source_line": 489}');
INSERT INTO "cases_importedrow" VALUES(232,'sample text','cases.section','["sample", "s-ff66rjiy"]',78,'{"book": 1, "anchor": "s-ff66rjiy", "order": 200002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u4e09\u680f\u7684\u6765\u5386", "start_page": 47, "parent": 42, "case": 7, "origin": "book", "source_line": 565}');
INSERT INTO "cases_importedrow" VALUES(233,'sample text','cases.section','["sample", "s-zurzsabl"]',79,'{"book": 1, "anchor": "s-zurzsabl", "order": 200003, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u4e09\u680f\u7684\u7528\u5904", "start_page": 47, "parent": 42, "case": 7, "origin": "book", "source_line": 569}');
INSERT INTO "cases_importedrow" VALUES(234,'sample text','cases.section','["sample", "s-5ezkkwzi"]',80,'{"book": 1, "anchor": "s-5ezkkwzi", "order": 230002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u8ba2\u9910", "start_page": 54, "parent": 48, "case": 8, "origin": "book", "source_line": 613}');
INSERT INTO "cases_importedrow" VALUES(235,'sample text','cases.section','["sample", "s-5kf7wbxy"]',81,'{"book": 1, "anchor": "s-5kf7wbxy", "order": 230005, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u914d\u9910", "start_page": 55, "parent": 48, "case": 8, "origin": "book", "source_line": 627}');
INSERT INTO "cases_importedrow" VALUES(236,'sample text','cases.section','["sample", "s-myirgvux"]',82,'{"book": 1, "anchor": "s-myirgvux", "order": 230006, "level": 2, "marker": "\uff08\u4e09\uff09", "title": "\u966a\u9910", "start_page": 55, "parent": 48, "case": 8, "origin": "book", "source_line": 641}');
INSERT INTO "cases_importedrow" VALUES(237,'sample text','cases.section','["sample", "s-67snkshz"]',83,'{"book": 1, "anchor": "s-67snkshz", "order": 250001, "level": 3, "marker": "1.", "title": "\u4e00\u676f\u6c34\u7684\u8ddd\u79bb", "start_page": 60, "parent": 52, "case": 9, "origin": "book", "source_line": 679}');
INSERT INTO "cases_importedrow" VALUES(238,'sample text','cases.section','["sample", "s-pjehgcrl"]',84,'{"book": 1, "anchor": "s-pjehgcrl", "order": 250002, "level": 3, "marker": "2.", "title": "\u4e00\u5f20\u624b\u753b\u7684\u56fe", "start_page": 61, "parent": 52, "case": 9, "origin": "book", "source_line": 687}');
INSERT INTO "cases_importedrow" VALUES(239,'sample text','cases.section','["sample", "s-ip2s76aa"]',85,'{"book": 1, "anchor": "s-ip2s76aa", "order": 250004, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u600e\u6837\u53d8\u6210\u6570\u636e", "start_page": 61, "parent": 53, "case": 9, "origin": "book", "source_line": 693}');
INSERT INTO "cases_importedrow" VALUES(240,'sample text','cases.section','["sample", "s-46zewqph"]',86,'{"book": 1, "anchor": "s-46zewqph", "order": 250005, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u600e\u6837\u4fdd\u6301\u65b0\u9c9c", "start_page": 62, "parent": 53, "case": 9, "origin": "book", "source_line": 701}');
INSERT INTO "cases_importedrow" VALUES(241,'sample text','cases.section','["sample", "s-qrtqkgqy"]',87,'{"book": 1, "anchor": "s-qrtqkgqy", "order": 280002, "level": 2, "marker": "\uff08\u4e00\uff09", "title": "\u4e09\u79cd\u53bb\u5904", "start_page": 69, "parent": 58, "case": 10, "origin": "book", "source_line": 762}');
INSERT INTO "cases_importedrow" VALUES(242,'sample text','cases.section','["sample", "s-rtd73jl6"]',88,'{"book": 1, "anchor": "s-rtd73jl6", "order": 280003, "level": 2, "marker": "\uff08\u4e8c\uff09", "title": "\u4e00\u5f20\u53bb\u5411\u5355", "start_page": 70, "parent": 58, "case": 10, "origin": "book", "source_line": 772}');
INSERT INTO "cases_importedrow" VALUES(243,'sample text','cases.section','["sample", "s-eyjl77u4"]',89,'{"book": 1, "anchor": "s-eyjl77u4", "order": 230003, "level": 3, "marker": "1.", "title": "\u7535\u8bdd\u5c31\u662f\u5165\u53e3", "start_page": 54, "parent": 80, "case": 8, "origin": "book", "source_line": 615}');
INSERT INTO "cases_importedrow" VALUES(244,'sample text','cases.section','["sample", "s-vifto25r"]',90,'{"book": 1, "anchor": "s-vifto25r", "order": 230004, "level": 3, "marker": "2.", "title": "\u5fcc\u53e3\u5c31\u662f\u5e95\u7ebf", "start_page": 54, "parent": 80, "case": 8, "origin": "book", "source_line": 619}');
INSERT INTO "cases_importedrow" VALUES(245,'sample text','cases.section','["sample", "s-zevvah5m"]',91,'{"book": 1, "anchor": "s-zevvah5m", "order": 280004, "level": 3, "marker": "1.", "title": "\u7ed9\u6811\u7559\u5730\u65b9", "start_page": 70, "parent": 88, "case": 10, "origin": "book", "source_line": 776}');
INSERT INTO "cases_importedrow" VALUES(246,'sample text','cases.section','["sample", "s-aoqihxm6"]',92,'{"book": 1, "anchor": "s-aoqihxm6", "order": 280005, "level": 3, "marker": "2.", "title": "\u7ed9\u76d0\u5b9a\u4e0a\u9650", "start_page": 70, "parent": 88, "case": 10, "origin": "book", "source_line": 780}');
INSERT INTO "cases_importedrow" VALUES(247,'sample text','cases.passage','["sample text"]',1,'{"passages": [["p-btqesspl", "kovhdn3tlp5o466n"], ["p-jrfd7oq6", "mqzyhf23pluymn3z"], ["p-6cfp6kle", "ve6eiod44k4aq32r"], ["p-xdohdar6", "zcggnwlwvxcsh5vt"], ["p-ahh6f6js", "x6usz6hk3rw6mgea"], ["p-ugtgpcvk", "savvr7atxf7zjktg"], ["p-n57ferfu", "2ffdove7gczyejut"], ["p-g62klckr", "quj34mqcxunavkzh"], ["p-pgpjyqm4", "lsndcpsa2nzrgmqe"], ["p-ng73kscn", "jsk3ztfmovgt2uby"], ["p-xpwjfnbv", "lu3r7mwv4u2xtzad"], ["p-rut3hjbm", "f5v4rvv3zxdqlhnt"], ["p-27q3wn7e", "dwtoarzmmivsushm"], ["p-oyves7oy", "dno4tvfhgs5ihge7"], ["p-aociegwy", "wctkh4umk5pgyi2r"], ["p-pp5tmsi7", "t6tou4es6lkkhftz"], ["p-4bd4m2ol", "4d7ndxljsac6grn6"], ["p-h2o2fcad", "rlhpjtvgb52r3wtl"], ["p-nvuew5xp", "wzpq5s4zcc3w5bpy"], ["p-ghrmcitc", "tid5pfqhlpqi5474"], ["p-7ppz76i2", "54cnnt25cvsxdu4g"], ["p-pw6b7k6h", "pkav7hvfzmsaqahn"], ["p-ewt5m25c", "agnjlbempnd6lnrt"], ["p-42b23442", "7rrgtkcolmizbjcm"], ["p-j4bcb5xh", "5kzbin25nbghdtfw"], ["p-iarlbjjk", "6a3yynnxzzllqsg7"], ["p-rokr52h6", "nuuybdvab2veclxl"], ["p-w7b2gvmx", "ywrpo5utykrj6quz"], ["p-n6c6jvfq", "4q3tnspuucxip3mr"], ["p-q4dszgsu", "nor2xkec7q2ka7qk"], ["p-u5i4lyyu", "5td7wbdo3s3xeqha"], ["p-h52ynuyn", "2dgcy7clbfjknuc5"], ["p-4fhxniyu", "5bm3bgy7gz2gdnje"], ["p-csfylanw", "7bt5xdo4e2uginix"], ["p-nr4ar44x", "6ymgz7rkc75mwbsq"], ["p-qp4w4ixk", "zgtbvhowkjmmjqho"], ["p-nwkimpp4", "2fg5qcxys3byxayv"], ["p-bynaodzk", "xom2tz6qql2efwyg"], ["p-fdtrmxu4", "ychlthuunp7r6yjb"], ["p-z65qmra6", "fe7jfylio3oiyhov"], ["p-cqt6huij", "7rjs3275pzwm6i5l"], ["p-icbr7bi5", "odtat6u7lcyrda6w"], ["p-e2jhwhub", "3wjwmpotfkyg63dk"], ["p-55vbrzvz", "4nxxdrj2n3gdjftn"], ["p-qe2gjyrg", "uizya3myo3trka6v"], ["p-6x4yzdqr", "pfgdwfke2kekojya"], ["p-r3ff4tpf", "yjb6kmeia4wnct3u"], ["p-ulhsgjus", "ja3cxzvhf4t3wej7"], ["p-ixgomso6", "5pt7qlx4nrpavss2"], ["p-7q7c2gw2", "syb3pc66cqgobzxy"], ["p-3xessc7n", "ihc23zfkd5bzzqvc"], ["p-37srcjdo", "uhep3zui33mxycyz"], ["p-kfwgjo3x", "l6oe7sbj2nyqfmud"], ["p-f4ovjxiu", "wkdakqikiynfg4iv"], ["p-wfa7j7xa", "xehguyuiy7xfpwls"], ["p-e4kevns4", "c77lq2arlfiq4uzx"], ["p-fjm4j5iu", "4xqeappbdxid2vmb"], ["p-wl74yjdu", "7mrkh3d76pm23gxr"], ["p-u35q5k7m", "zwwglosf5wvyvrl6"], ["p-exso222h", "mxe7mc65ys2wfngo"], ["p-xqrwxuh2", "55ep4na64luves7x"], ["p-sw75crn7", "fhd56aw24x42k7vu"], ["p-loiurkqm", "cgl4wwnxehdhnrtj"], ["p-26sthtsh", "aovhjz3cj4z5ttzi"], ["p-7zgdchjm", "sbmumizvnxyu6yto"], ["p-hbvdbrp4", "zz5ygnyd4sayx4hz"], ["p-lgxinzli", "bm2iqfz35ue6kpll"], ["p-xwjhmbtm", "alljhvr5ekfk67qw"], ["p-s42qozee", "36ny7c5h4poehuog"], ["p-2xfvdxya", "eiky2fakgbrs7wlz"], ["p-jdv6cx6a", "eoxldnppy3bq3aqc"], ["p-7l3ag2wv", "watnry4g4ru4iygz"], ["p-d3yhfduy", "mmml3q7moejn4row"], ["p-y3qoifet", "wb56dxfut7gkuzd7"], ["p-vgu24hvl", "2i4hlevidz5awifx"], ["p-xtwz6zwd", "lp7g44iejcslprew"], ["p-5qz5ahxz", "pc3i7t45hitrekni"], ["p-3nkrbptx", "ibhbc64r25plxmlr"], ["p-qp2m3756", "tx5choghlox7we7g"], ["p-uxm7kyc2", "sidxvainpfvfps2u"], ["p-fzgdzylt", "k5cik4zwyj4r6dpi"], ["p-46zzzfnv", "e3qsk5ao3jj3cmxa"], ["p-3fvrk6r3", "3z5dayhqrgbcu3g2"], ["p-32xagmqj", "cdiotrdb6ke747tf"], ["p-r6jlzbjk", "6cak4oijdp4bflxr"], ["p-v2tjzrpf", "wqvppxfocirj62tt"], ["p-vlvq723c", "mupyjxlxulghogii"], ["p-ig276gjo", "baammx2dntcvubgv"], ["p-iqfnxwob", "pusur5g5rteropnv"], ["p-ig276gjo-2", "baammx2dntcvubgv"], ["p-iqfnxwob-2", "pusur5g5rteropnv"], ["p-me23yipi", "js3g6lbdqew76vzg"], ["p-jnqdpi6k", "cyrqenk7ogtgyvbt"], ["p-6rprvbn3", "mwhyopkt64oagjms"], ["p-w5kkj4h4", "4s63pqiwefnh2zk3"], ["p-ruvxqvhp", "jrjcimjwajvodgj7"], ["p-gvftzsim", "jlm4tifw7vcwzlgu"], ["p-efbyvzrv", "frnug2fujwhfii5j"], ["p-4nkdhodj", "q3bycm43uuv5fphy"], ["p-bkp6xukb", "wvr66ntsrmdiac5q"], ["p-zsjqqnku", "hlidlmgrqpghqdvb"], ["p-rzvgczvt", "77disbm2walb3vw5"], ["p-lkp24a4q", "cfauxgrq4okspmsr"], ["p-o3wfb23i", "jbzgtiewspdnpd5g"], ["p-oh5fiu6s", "2qsz3467hhmesnlv"], ["p-4nzhghej", "wigpl43ejwhxpzxk"], ["p-esf2t3zi", "fkxb2ovxrwshbcqq"], ["p-vsnss7pc", "j3ktrb74xhmh4gs6"], ["p-n2fjlnvz", "4o5jqz6sl5ibmjrv"], ["p-52ptjcjf", "pjdm4lckjqgkbqal"], ["p-7jtd7cra", "stxn5gvyrloof6ss"], ["p-ngy2f6ve", "25um54dakdpzwjdu"], ["p-fvh3axel", "hwvl3acx3qc72oni"], ["p-6frozbrg", "dddd3rmjcvj6u3ym"], ["p-vklszruo", "7cyc5l2chjbbnta2"], ["p-72ecrvsz", "e2qr7achhiotpejk"], ["p-k2k5zmi3", "xxsmbzrxiomk4nsr"], ["p-2w4ahmva", "vhiiofl3bxrennqs"], ["p-x3q3uduf", "cdp6q6va5zwwnr6x"], ["p-erfxdzcn", "ktvdbhjqnjdz64qh"], ["p-htrotan4", "edshzkxgeydzibfz"], ["p-axoy2neu", "jo3h2b7zejy3fg24"], ["p-pbfz6icc", "c652ukzewamgf4pt"], ["p-svxx6h7o", "p2noyb2dvmgaxgqw"], ["p-l3rkotmb", "2r5qv5tc6rn4yzds"], ["p-bes4mqa4", "xmanx6gjb5pp353t"], ["p-pqagtjji", "xa7vw4epvhbnddgh"], ["p-xcuommll", "ncxhlhe7wsorklre"], ["p-dz3mwu3o", "dtya5oah7vqjudyx"], ["p-uooqgkv7", "j6lqyemsnxmd7hq2"], ["p-omz3drqo", "qys6jxht7kmzjpjo"], ["p-uuvoaosb", "khg4bc7cmomfltwj"], ["p-n3yokrgo", "3gsyljij5pmwky5h"], ["p-3v6csr3l", "miwrlx25b7q32ya2"], ["p-n3yokrgo-2", "3gsyljij5pmwky5h"], ["p-3v6csr3l-2", "miwrlx25b7q32ya2"], ["p-madjsmiv", "uoxqnpm4egan2sp3"], ["p-5hmqwne4", "lbvrema3t774uhlj"]]}');
INSERT INTO "cases_importedrow" VALUES(248,'rules','cases.caseplace','["sample-08", "wuhan"]',1,'{"case": 8, "place": 23, "is_primary": true, "evidence": "\u6b66\u6c49", "origin": "derived", "source_line": 144}');
INSERT INTO "cases_importedrow" VALUES(249,'rules','cases.caseplace','["sample-09", "hangzhou"]',2,'{"case": 9, "place": 19, "is_primary": true, "evidence": "\u676d\u5dde", "origin": "derived", "source_line": 148}');
INSERT INTO "cases_importedrow" VALUES(250,'rules','cases.casetheme','["sample-01", "urban-sensing"]',1,'{"case": 1, "theme": 6, "evidence": "\u611f\u77e5", "origin": "derived", "source_line": 113}');
INSERT INTO "cases_importedrow" VALUES(251,'rules','cases.casetheme','["sample-02", "urban-sensing"]',2,'{"case": 2, "theme": 6, "evidence": "\u7bc7\u540d\u201c\u57ce\u5e02\u8fd0\u884c\u7684\u534f\u540c\u611f\u77e5\u201d\u4e2d\u7684\u201c\u611f\u77e5\u201d", "origin": "derived", "source_line": 117}');
INSERT INTO "cases_importedrow" VALUES(252,'rules','cases.casetheme','["sample-02", "operation-centre"]',3,'{"case": 2, "theme": 9, "evidence": "\u7bc7\u540d\u201c\u57ce\u5e02\u8fd0\u884c\u7684\u534f\u540c\u611f\u77e5\u201d\u4e2d\u7684\u201c\u57ce\u5e02\u8fd0\u884c\u201d", "origin": "derived", "source_line": 117}');
INSERT INTO "cases_importedrow" VALUES(253,'rules','cases.casetheme','["sample-03", "social-governance"]',4,'{"case": 3, "theme": 10, "evidence": "\u793e\u533a", "origin": "derived", "source_line": 121}');
INSERT INTO "cases_importedrow" VALUES(254,'rules','cases.casetheme','["sample-04", "data-sharing"]',5,'{"case": 4, "theme": 3, "evidence": "\u5171\u4eab", "origin": "derived", "source_line": 125}');
INSERT INTO "cases_importedrow" VALUES(255,'rules','cases.casetheme','["sample-04", "urban-sensing"]',6,'{"case": 4, "theme": 6, "evidence": "\u611f\u77e5\u3001\u706f\u6746", "origin": "derived", "source_line": 125}');
INSERT INTO "cases_importedrow" VALUES(256,'rules','cases.casetheme','["sample-05", "industry-development"]',7,'{"case": 5, "theme": 15, "evidence": "\u7bc7\u540d\u201c\u516c\u5171\u670d\u52a1\u4e0e\u4ea7\u4e1a\u57f9\u80b2\u201d\u4e2d\u7684\u201c\u4ea7\u4e1a\u57f9\u80b2\u201d", "origin": "derived", "source_line": 131}');
INSERT INTO "cases_importedrow" VALUES(257,'rules','cases.casetheme','["sample-06", "data-sharing"]',8,'{"case": 6, "theme": 3, "evidence": "\u5171\u4eab", "origin": "derived", "source_line": 135}');
INSERT INTO "cases_importedrow" VALUES(258,'rules','cases.casetheme','["sample-07", "industry-development"]',9,'{"case": 7, "theme": 15, "evidence": "\u7bc7\u540d\u201c\u516c\u5171\u670d\u52a1\u4e0e\u4ea7\u4e1a\u57f9\u80b2\u201d\u4e2d\u7684\u201c\u4ea7\u4e1a\u57f9\u80b2\u201d", "origin": "derived", "source_line": 139}');
INSERT INTO "cases_importedrow" VALUES(259,'rules','cases.casetheme','["sample-08", "social-governance"]',10,'{"case": 8, "theme": 10, "evidence": "\u793e\u533a", "origin": "derived", "source_line": 144}');
INSERT INTO "cases_importedrow" VALUES(260,'rules','cases.casetheme','["sample-09", "industry-development"]',11,'{"case": 9, "theme": 15, "evidence": "\u7bc7\u540d\u201c\u516c\u5171\u670d\u52a1\u4e0e\u4ea7\u4e1a\u57f9\u80b2\u201d\u4e2d\u7684\u201c\u4ea7\u4e1a\u57f9\u80b2\u201d", "origin": "derived", "source_line": 148}');
INSERT INTO "cases_importedrow" VALUES(261,'rules','cases.casetheme','["sample-10", "industry-development"]',12,'{"case": 10, "theme": 15, "evidence": "\u7bc7\u540d\u201c\u516c\u5171\u670d\u52a1\u4e0e\u4ea7\u4e1a\u57f9\u80b2\u201d\u4e2d\u7684\u201c\u4ea7\u4e1a\u57f9\u80b2\u201d", "origin": "derived", "source_line": 152}');
CREATE TABLE "cases_part" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "slug" varchar(120) NOT NULL UNIQUE, "title" varchar(200) NOT NULL, "english_title" varchar(300) NOT NULL, "start_page" smallint unsigned NULL CHECK ("start_page" >= 0), "end_page" smallint unsigned NULL CHECK ("end_page" >= 0), "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_part_a_number" UNIQUE ("book_id", "number"), CONSTRAINT "part_pages_in_order" CHECK ("end_page" >= ("start_page")));
INSERT INTO "cases_part" VALUES(1,'book',105,NULL,'[]',1,'sample-part-1','总论','',1,7,1);
INSERT INTO "cases_part" VALUES(2,'book',111,NULL,'[]',2,'sample-part-2','城市运行的协同感知','',8,32,1);
INSERT INTO "cases_part" VALUES(3,'book',129,NULL,'[]',3,'sample-part-3','公共服务与产业培育','',33,NULL,1);
CREATE TABLE "cases_passage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "anchor" varchar(40) NOT NULL, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "kind" varchar(20) NOT NULL, "marker" varchar(20) NOT NULL, "text" text NOT NULL, "removed_at" datetime NULL, "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, "section_id" bigint NULL REFERENCES "cases_section" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_passage_an_anchor" UNIQUE ("book_id", "anchor"), CONSTRAINT "a_standing_passage_has_a_section" CHECK (("removed_at" IS NOT NULL OR "section_id" IS NOT NULL)));
INSERT INTO "cases_passage" VALUES(1,'book',89,NULL,'[]','p-btqesspl',0,'paragraph','','这是一本为测试而写的案例集。书中的城市名是真的，事情是编的；写它只为了让程序在没有原书的时候，也能把一本书从封面读到后记。凡是看起来像成绩、经费和年份的数字，都请当作样例，不要引用。',NULL,1,8);
INSERT INTO "cases_passage" VALUES(2,'book',91,NULL,'[]','p-jrfd7oq6',1,'paragraph','','样本分为三篇。第一篇交代写法，第二篇放四个运行类的故事，第三篇放六个服务与产业类的故事。每个故事后面都有专家点评，有的由一位写，有的由两位写，正好把常见的排法都走一遍，也把分页造成的断句留在原处。愿读到这里的人明白：這些文字的价值不在内容，而在系統的形状。',NULL,1,8);
INSERT INTO "cases_passage" VALUES(3,'book',165,NULL,'[]','p-6cfp6kle',2,'paragraph','','本篇说明样本的来历、写法和用处。读者如果只想看程序怎样处理正文，可以直接翻到第二篇；如果想知道每一种版式为什么出现，请从这里读起。样本里的每一处怪样子都是故意的，包括多余的空格 、半角的标点,以及繁体的「雲」字。',NULL,1,9);
INSERT INTO "cases_passage" VALUES(4,'book',169,NULL,'[]','p-xdohdar6',3,'paragraph','','原书不能随程序一起分发，程序却必须天天被检验。于是需要一本可以放心公开的小书，它要足够像一本真的书，又要让任何人一眼看出它不是。样本因此用了真城市、假故事，用了真格式、假数据。',NULL,1,1);
INSERT INTO "cases_passage" VALUES(5,'book',177,3,'[]','p-ahh6f6js',4,'paragraph','','公开意味着任何人都能复制、修改和再发布。样本不摘抄任何已经出版的文字，也不影射任何真实的项目。若有雷同，是因为这类书的句子本来就长得相似，例如“建立机制、完善平台、打通数据”一类，谁写都是这几个字，于是样本里尽量少写这样的句子，多写些具体而无害的小事。',NULL,1,4);
INSERT INTO "cases_passage" VALUES(6,'book',187,4,'[]','p-ugtgpcvk',5,'paragraph','','相似体现在三个方面：（1）结构相似，篇、案例、点评一应俱全；（2）版式相似，标题有四级，表格有三种；（3）毛病相似，扫描造成的断句和错字照样保留。',NULL,1,5);
INSERT INTO "cases_passage" VALUES(7,'book',195,5,'[]','p-n57ferfu',6,'paragraph','','骨架先于文字。先排好目录，再决定每个案例要演示什么毛病，最后才写句子。这样一来，测试里的期望值可以由人从目录数出来，而不必从程序的输出里抄回去。',NULL,1,6);
INSERT INTO "cases_passage" VALUES(8,'book',199,5,'[]','p-g62klckr',7,'paragraph','','血肉就是段落。段落有长有短，长的跨页，短的只有一句。',NULL,1,7);
INSERT INTO "cases_passage" VALUES(9,'book',201,5,'[]','p-pgpjyqm4',8,'item','（1）','跨页的段落在逗号处断开；',NULL,1,7);
INSERT INTO "cases_passage" VALUES(10,'book',203,5,'[]','p-ng73kscn',9,'item','（2）','列表的每一项自成一段；',NULL,1,7);
INSERT INTO "cases_passage" VALUES(11,'book',205,5,'[]','p-xpwjfnbv',10,'item','•','没有编号的列表用圆点。',NULL,1,7);
INSERT INTO "cases_passage" VALUES(12,'book',213,6,'[]','p-rut3hjbm',11,'paragraph','','把它交给解析器，比较得到的树和手数的结果。再随机删去几行、打乱几行、插入几行噪声，看解析器是否既不崩溃，也不编造。如案例三所示，正文里提到别的案例并不等于新开一个案例。',NULL,1,3);
INSERT INTO "cases_passage" VALUES(13,'book',215,6,'[]','p-27q3wn7e',12,'paragraph','','案例一览表见附录，本案例集共收录10个案例，其中4个在第二篇。',NULL,1,3);
INSERT INTO "cases_passage" VALUES(14,'book',227,NULL,'[]','p-oyves7oy',13,'paragraph','','本篇的四个故事都发生在街道和水面上。它们有一个共同点：先有人抱怨，后有传感器。',NULL,1,10);
INSERT INTO "cases_passage" VALUES(15,'book',233,9,'[]','p-aociegwy',14,'paragraph','','故事里的苏州有一百条编了号的小河。过去，巡河员每天早晚各看一次水尺，把读数写在本子上，月底再抄进表格。雨来得快的时候，等本子合上，水已经漫过了台阶。故事从一个叫示例桥的地方开始，那里的水尺被藤蔓挡住了半年也没有人发现。',NULL,1,11);
INSERT INTO "cases_passage" VALUES(16,'book',241,10,'[]','p-pp5tmsi7',15,'paragraph','','水有三个来处：上游的闸、天上的雨和居民楼的雨水管。三者的脾气不同，闸门听人的话，雨水管听雨的话，雨谁的话也不听。因此，感知的重点不在河心，而在每一个汇入口，在那里装上指甲盖大小的压力计，每分钟报一次数。',NULL,1,63);
INSERT INTO "cases_passage" VALUES(17,'book',251,11,'[]','p-4bd4m2ol',16,'figure_caption','','图1-1 示例桥水位数据流向',NULL,1,64);
INSERT INTO "cases_passage" VALUES(18,'book',253,11,'[]','p-h2o2fcad',17,'paragraph','','数据先到街道的小盒子，再到区里的平台。小盒子断网也能存七天，网通了自动补传。平台只做三件事：（1）画曲线；（2）比阈值；（3）打电话。凡是电话打不通的，自动换下一个人。',NULL,1,64);
INSERT INTO "cases_passage" VALUES(19,'book',259,11,'[]','p-nvuew5xp',18,'paragraph','','设备分三类，数量和单价都是编的，见表1-1。',NULL,1,65);
INSERT INTO "cases_passage" VALUES(20,'book',261,11,'[]','p-ghrmcitc',19,'table_caption','','表1-1 示例设备清单',NULL,1,65);
INSERT INTO "cases_passage" VALUES(21,'book',263,11,'[]','p-7ppz76i2',20,'table','','类别 | 数量 | 单价（元）
压力计 | 120 | 300
小盒子 | 15 | 2000
电池 | 240 | 50',NULL,1,65);
INSERT INTO "cases_passage" VALUES(22,'book',274,12,'[]','p-pw6b7k6h',21,'paragraph','','规则写在一页纸上：水位高过第一道线，提醒巡河员；高过第二道线，提醒街道；高过第三道线，开闸。开闸之前必须有人按下确认键。',NULL,1,66);
INSERT INTO "cases_passage" VALUES(23,'book',276,12,'[]','p-ewt5m25c',22,'item','（1）','第一道线由巡河员自己定',NULL,1,66);
INSERT INTO "cases_passage" VALUES(24,'book',278,12,'[]','p-42b23442',23,'item','（2）','第二道线由街道商定',NULL,1,66);
INSERT INTO "cases_passage" VALUES(25,'book',280,12,'[]','p-j4bcb5xh',24,'item','（3）','第三道线由专家会商',NULL,1,66);
INSERT INTO "cases_passage" VALUES(26,'book',282,12,'[]','p-iarlbjjk',25,'paragraph','','三条线每年改一次。改的时候，把前一年的误报和漏报一条一条念出来，由当事人解释。念到第三年，误报少了一半。',NULL,1,66);
INSERT INTO "cases_passage" VALUES(27,'book',286,12,'[]','p-rokr52h6',26,'paragraph','','故事里的成效有两条：藤蔓被剪掉了，本子被换掉了。不足也有两条：电池总在除夕没电；居民嫌电话太多。(以上均为示例,不代表任何城市。)',NULL,1,13);
INSERT INTO "cases_passage" VALUES(28,'book',292,13,'[]','p-w7b2gvmx',27,'paragraph','','这个样本的好处是小。它没有讲平台有多大，而是讲一根水尺怎样被看见。小的东西容易复制，也容易失败，失败了再来一次并不心疼。',NULL,1,14);
INSERT INTO "cases_passage" VALUES(29,'book',294,13,'[]','p-n6c6jvfq',28,'paragraph','','建议把“误报会”写成制度。制度比设备耐用，设备三年一换，制度可以传给下一任巡河员。',NULL,1,14);
INSERT INTO "cases_passage" VALUES(30,'book',302,15,'[]','p-q4dszgsu',29,'paragraph','','故事里的青岛港区有三块屏，一块看船，一块看车，一块看货。三块屏由三个科室管，三个科室在三层楼。货到了车没到，车到了船已走，大家都说自己的屏没有错。',NULL,1,15);
INSERT INTO "cases_passage" VALUES(31,'book',312,16,'[]','p-u5i4lyyu',30,'paragraph','','合屏不是把三块屏拼在一起，而是把三张表并成一张。并表用了四个月，其中三个月在争论“到港时间”究竟从哪一刻算起：',NULL,1,67);
INSERT INTO "cases_passage" VALUES(32,'book',314,16,'[]','p-h52ynuyn',31,'paragraph','','甲说从船影进入雷达算起；',NULL,1,67);
INSERT INTO "cases_passage" VALUES(33,'book',316,16,'[]','p-4fhxniyu',32,'paragraph','','乙说从缆绳系上算起；',NULL,1,67);
INSERT INTO "cases_passage" VALUES(34,'book',318,16,'[]','p-csfylanw',33,'paragraph','','丙说从第一只箱子离船算起。',NULL,1,67);
INSERT INTO "cases_passage" VALUES(35,'book',320,16,'[]','p-nr4ar44x',34,'paragraph','','最后三种时刻都保留下来，各有各的名字，谁也不许简称“到港”。',NULL,1,67);
INSERT INTO "cases_passage" VALUES(36,'book',324,16,'[]','p-qp4w4ixk',35,'table_caption','','表2-1 示例责任表',NULL,1,68);
INSERT INTO "cases_passage" VALUES(37,'book',326,16,'[]','p-nwkimpp4',36,'table','','时刻	记录人	更正人
进入雷达	甲科	值班长
系上缆绳	乙科	值班长
首箱离船	丙科	调度长',NULL,1,68);
INSERT INTO "cases_passage" VALUES(38,'book',337,17,'[]','p-bynaodzk',37,'paragraph','','每周五下午复盘一次。复盘只问一个问题：这一周谁等了谁。等得最久的人先说话，被等的人后说话，主持人不说话。第一季度平均等待时间从九十分钟降到四十分钟，数据为样例。',NULL,1,69);
INSERT INTO "cases_passage" VALUES(39,'book',347,18,'[]','p-fdtrmxu4',38,'paragraph','','屏幕只是借口，名字才是要害。一个词有三种意思的时候，再好的雲平台也帮不上忙。',NULL,1,17);
INSERT INTO "cases_passage" VALUES(40,'book',351,18,'[]','p-z65qmra6',39,'paragraph','','第二年春天，港区做了一次没有预告的演练：把三块屏同时关掉两个小时，看看船、车、货还认不认得彼此。前二十分钟很安静，第二十一分钟第一辆车走错了门，第四十分钟有人从抽屉里找出了并表之前的老本子。演练结束后的结论只有一句话：屏可以关，名字不能忘。三种时刻的名字后来被刷在了每一扇门上，字比门牌还大。',NULL,1,18);
INSERT INTO "cases_passage" VALUES(41,'book',353,18,'[]','p-cqt6huij',40,'paragraph','','演练还发现一件小事。老本子里有一栏叫作“天气”，新系统里没有；而那两个小时里问得最多的问题就是雾什么时候散。天气这一栏第二天就加了回来，填写人是看门的师傅，因为他离海最近，也因为他三十年来一直在看。',NULL,1,18);
INSERT INTO "cases_passage" VALUES(42,'book',361,NULL,'[]','p-icbr7bi5',41,'paragraph','','三层楼的故事每座城市都有。作者没有急着讲技术，而是先讲词义，这一点难得。',NULL,1,19);
INSERT INTO "cases_passage" VALUES(43,'book',363,NULL,'[]','p-e2jhwhub',42,'paragraph','','不过，复盘会能开多久，取决于主持人能忍多久。希望续集里写一写主持人是怎样培养出来的。',NULL,1,19);
INSERT INTO "cases_passage" VALUES(44,'book',369,21,'[]','p-55vbrzvz',43,'paragraph','','故事里的成都把社区切成微网格，一格大约八十户。每格有一名热心人，手里有一张小事清单：灯不亮、门不关、水不停、狗不拴。清单之外的事不归热心人管，这是第一条规矩，也是最重要的一条规矩。',NULL,1,20);
INSERT INTO "cases_passage" VALUES(45,'book',379,22,'[]','p-qe2gjyrg',44,'paragraph','','拍一张照，说一句话，系統自动填好地点。热心人不填表，填表的是后台。',NULL,1,70);
INSERT INTO "cases_passage" VALUES(46,'book',383,22,'[]','p-6x4yzdqr',45,'table_caption','','表3-1 示例分派规则',NULL,1,71);
INSERT INTO "cases_passage" VALUES(47,'book',385,22,'[]','p-r3ff4tpf',46,'table','','小事      去向      时限
灯不亮    物业      一天
门不关    物业      半天
水不停    水务      两小时
狗不拴    城管      当天',NULL,1,71);
INSERT INTO "cases_passage" VALUES(48,'book',393,22,'[]','p-ulhsgjus',47,'paragraph','','回访只打一次电话，只问一句话：办好了没有。回答“没有”的，自动升一级；回答“好了”的，自动归档。一年下来，故事里的归档率是百分之九十一，其余百分之九在升级的路上。',NULL,1,72);
INSERT INTO "cases_passage" VALUES(49,'book',403,23,'[]','p-ixgomso6',48,'paragraph','','热心人不是执法者，不能罚款，不能进门，不能拍人脸。平台只保存门牌，不保存姓名，三十天后连照片也删掉。',NULL,1,22);
INSERT INTO "cases_passage" VALUES(50,'book',407,23,'[]','p-7q7c2gw2',49,'paragraph','','早上七点，热心人下楼买菜，顺路看一遍门和灯；中午十二点，看一眼手机，把昨天的三件事回访完；傍晚六点，和遛狗的邻居说几句话，狗拴着的表扬一句，没拴的也不批评，只说今天风大；晚上九点，在本子上写一行字，写什么都可以，多数时候写的是“无事”。',NULL,1,23);
INSERT INTO "cases_passage" VALUES(51,'book',409,23,'[]','p-3xessc7n',50,'paragraph','','“无事”在平台上也算一条记录。起初有人觉得浪费，后来社区书记专门翻了一年的“无事”，从里面看出哪一格的人开始写得潦草，哪一格的人连着三天没有写，于是上门去看。看下来两位是病了，一位是搬走了，还有一位是当了外婆，忙不过来。',NULL,1,23);
INSERT INTO "cases_passage" VALUES(52,'book',411,23,'[]','p-37srcjdo',51,'paragraph','','热心人没有工资，每季度领一份清单之外的礼物，由上一季度被帮过的人轮流挑选。挑得最多的是雨伞，挑得最好的是一盆薄荷。',NULL,1,23);
INSERT INTO "cases_passage" VALUES(53,'book',417,NULL,'[]','p-kfwgjo3x',52,'paragraph','','清单之外不归我管，这句话值得印在每个平台的首页。没有边界的热心很快会变成负担。',NULL,1,24);
INSERT INTO "cases_passage" VALUES(54,'book',421,NULL,'[]','p-f4ovjxiu',53,'paragraph','','从传播的角度看，“办好了没有”是最好的问卷。只有五个字，人人听得懂，答案也只有两种。',NULL,1,25);
INSERT INTO "cases_passage" VALUES(55,'book',423,NULL,'[]','p-wfa7j7xa',54,'paragraph','','我担心的是那百分之九。升级的路有多长，故事没有说。',NULL,1,25);
INSERT INTO "cases_passage" VALUES(56,'book',429,27,'[]','p-e4kevns4',55,'paragraph','','故事里的昆山有一条示例大道，一公里立着四种杆子：灯杆、监控杆、路牌杆和信号杆。四家单位，四份合同，四次开挖。市民数过，一条街三年挖了七回。',NULL,1,26);
INSERT INTO "cases_passage" VALUES(57,'book',439,28,'[]','p-fjm4j5iu',56,'paragraph','','出钱的办法是“谁挂谁付”。灯是公家的，电是公家的，挂上去的东西各付各的租金。租金表贴在杆子上，人人可看。',NULL,1,73);
INSERT INTO "cases_passage" VALUES(58,'book',443,28,'[]','p-wl74yjdu',57,'figure_caption','','图4-1 示例大道合杆前后对比',NULL,1,74);
INSERT INTO "cases_passage" VALUES(59,'book',445,28,'[]','p-u35q5k7m',58,'paragraph','','修的办法是“先到先修，后来结账”。谁先到现场谁先修，费用月底由平台分摊。第一个月吵了九次，第二个月吵了两次，第三个月没有吵。',NULL,1,74);
INSERT INTO "cases_passage" VALUES(60,'book',449,28,'[]','p-exso222h',59,'paragraph','','每根杆子有温度、湿度、车流三种读数。读数按小时公开，原始数据保存一周。研究者可以申请更长的数据，申请表只有一页。',NULL,1,28);
INSERT INTO "cases_passage" VALUES(61,'book',453,28,'[]','p-xqrwxuh2',60,'paragraph','','合杆之后，先有反应的不是司机，而是鸟。故事里的大道上原来有四种杆子可以落脚，现在只剩一种，鸟便一齐落在灯杆的横臂上，把摄像头遮住了一半。养护班想过装尖刺，试过放录音，最后是一位管信号灯的老师傅出了主意：在横臂的另一头加一根三十厘米的木棍，专门给鸟站。木棍装上以后，摄像头再也没有被遮住。',NULL,1,29);
INSERT INTO "cases_passage" VALUES(62,'book',455,28,'[]','p-sw75crn7',61,'paragraph','','第二件没有想到的事是影子。杆子粗了，影子也宽了，沿街的花店说上午十点到十一点的光被挡住了。平台查了一年的照度读数，发现花店说得对，于是把那一根杆子往东挪了四十厘米。挪杆子花了两千元，写进了当月的租金表，备注是“还花店一个上午”。',NULL,1,29);
INSERT INTO "cases_passage" VALUES(63,'book',463,NULL,'[]','p-loiurkqm',62,'paragraph','','合杆的难处从来不在杆子。把四份合同变成一张租金表，是这个样本最值得抄的地方。',NULL,1,30);
INSERT INTO "cases_passage" VALUES(64,'book',475,34,'[]','p-26sthtsh',63,'paragraph','','故事里的南沙办事大厅有二十个窗口，门口有二十条队。排错队的人占三分之一，发现排错的时候，前面往往只剩两个人。',NULL,1,31);
INSERT INTO "cases_passage" VALUES(65,'book',483,35,'[]','p-7zgdchjm',64,'paragraph','','进门取一枚二维码，码里只有一个编号。窗口扫码，材料自己跟着走；人可以坐着，也可以回家。',NULL,1,75);
INSERT INTO "cases_passage" VALUES(66,'book',487,35,'[]','p-hbvdbrp4',65,'paragraph','','码不能转借。转借的码在第二个窗口会变成灰色，提醒本人来一趟。样本里一共灰了十一枚，其中九枚是替父母来的，于是第二版增加了“代办”按钮。',NULL,1,76);
INSERT INTO "cases_passage" VALUES(67,'book',491,35,'[]','p-lgxinzli',66,'paragraph','','事情办完，码就作废。作废的码留在墙上的大屏里，拼成一棵树，树每长一片叶子，就有一个人办成了一件事。',NULL,1,77);
INSERT INTO "cases_passage" VALUES(68,'book',495,35,'[]','p-xwjhmbtm',67,'paragraph','','大厅每月公布一本账：来了多少人，办了多少事，退了多少件，为什么退。退件原因排在第一位的始终是“照片太大”。',NULL,1,33);
INSERT INTO "cases_passage" VALUES(69,'book',499,35,'[]','p-s42qozee',68,'paragraph','','总有人没有手机，也有人有手机却不愿意用。大厅给这些人准备了木牌，木牌正面是编号，背面是一朵小花。窗口的人看见木牌就站起来，走出柜台去接；走的时候不收回木牌，因为下一次多半还是他来。一年下来发出去一百二十六块木牌，只有九块再也没有回来过。',NULL,1,34);
INSERT INTO "cases_passage" VALUES(70,'book',501,35,'[]','p-2xfvdxya',69,'paragraph','','木牌也进系統，只是由窗口的人代为登记。登记的时候多问一句：下次要不要我们上门。回答“要”的人记在另一本册子里，册子每周五由两名工作人员背着出门，一个人办事，一个人陪着说话。有人问为什么要两个人，大厅的回答是：一个人去叫检查，两个人去叫串门。',NULL,1,34);
INSERT INTO "cases_passage" VALUES(71,'book',507,NULL,'[]','p-jdv6cx6a',70,'paragraph','','这枚码最聪明的地方是什么都不装。越是空的码，越不怕丢。',NULL,1,35);
INSERT INTO "cases_passage" VALUES(72,'book',513,40,'[]','p-7l3ag2wv',71,'paragraph','','1.0 版是画线，2.0 版是收费，3.0 版是借。故事里的西安老城没有地方再画线了，只好去借：白天借居民的车位给游客，夜里借单位的车位给居民。',NULL,1,36);
INSERT INTO "cases_passage" VALUES(73,'book',521,41,'[]','p-d3yhfduy',72,'item','（1）','借出的人自己定时段；',NULL,1,37);
INSERT INTO "cases_passage" VALUES(74,'book',523,41,'[]','p-y3qoifet',73,'item','（2）','借入的人超时要道歉，道歉有格式；',NULL,1,37);
INSERT INTO "cases_passage" VALUES(75,'book',525,41,'[]','p-vgu24hvl',74,'item','（3）','连续三次不道歉的，停借一个月。',NULL,1,37);
INSERT INTO "cases_passage" VALUES(76,'book',529,41,'[]','p-xtwz6zwd',75,'table_caption','','表6-1 示例账目',NULL,1,38);
INSERT INTO "cases_passage" VALUES(77,'book',531,41,'[]','p-5qz5ahxz',76,'table','','| 月份 | 借出 | 道歉 |
| --- | --- | --- |
| 一月 | 310 | 42 |
| 二月 | 355 | 30 |
| 三月 | 402 | 11 |',NULL,1,38);
INSERT INTO "cases_passage" VALUES(78,'book',537,41,'[]','p-3nkrbptx',77,'paragraph','','道歉次数的下降说明两件事：一是大家守时了，二是大家学会了提前续借。两件事里哪一件更重要，数据分不出来。',NULL,1,38);
INSERT INTO "cases_passage" VALUES(79,'book',541,41,'[]','p-qp2m3756',78,'paragraph','','借车位的人后来发现，借的其实不是地方，是时间。一位居民把白天的车位借给了楼下的早点铺，早点铺就在收摊之前替他留一份豆浆；一家单位把夜里的车位借给了对面的医院，医院就在职工体检的那一周多开了两个窗口。这些往来没有写进系統,也没有人要求写进去。',NULL,1,39);
INSERT INTO "cases_passage" VALUES(80,'book',543,41,'[]','p-uxm7kyc2',79,'paragraph','','平台只做了一件小事：在每一次归还的时候，让双方各选一个词。可选的词有四个，分别是“准时”“客气”“还行”和“算了”。选“算了”的比例从百分之六降到百分之二，之后再也没有降下去。经办人说，剩下的百分之二是人之常情，不必再降。',NULL,1,39);
INSERT INTO "cases_passage" VALUES(81,'book',549,NULL,'[]','p-fzgdzylt',80,'paragraph','','把道歉写进规矩，是我见过的最便宜的技术。它不需要芯片，只需要一点难为情。',NULL,1,40);
INSERT INTO "cases_passage" VALUES(82,'book',557,46,'[]','p-46zzzfnv',81,'paragraph','','故事里的厦门有一间茶馆，每周三下午不卖茶，只教小老板记数据账。账本三栏：有什么数据，谁在用，用来做什么。第一次来了六个人，其中四个是来喝茶的。',NULL,1,41);
INSERT INTO "cases_passage" VALUES(83,'book',567,47,'[]','p-3fvrk6r3',82,'paragraph','','三栏是试出来的。最初有十二栏，没有人填满；后来减到六栏，仍然没有人填满；减到三栏的那天，有人当场填完，还多要了一张。',NULL,1,78);
INSERT INTO "cases_passage" VALUES(84,'book',571,47,'[]','p-32xagmqj',83,'paragraph','','填完的人可以看见自己有多少数据从来没有人用。没有人用的数据平均占七成，茶馆把它叫作“冷茶”。热一热冷茶，就是下一堂课的题目。',NULL,1,79);
INSERT INTO "cases_passage" VALUES(85,'book',575,47,'[]','p-r6jlzbjk',84,'paragraph','','一年之后，茶馆里出了三家做数据整理的小公司。三家公司互相介绍客户，因为它们各做一栏。',NULL,1,43);
INSERT INTO "cases_passage" VALUES(86,'book',579,47,'[]','p-v2tjzrpf',85,'paragraph','','茶馆的课程后来被搬到别的地方，有的搬得好，有的搬不动。搬得好的都有一个共同点：主持人自己开过小店。搬不动的也有一个共同点：第一堂课就发了三百页的材料。茶馆因此立了一条规矩，第一堂课只许发一张纸，纸上只许印三栏，三栏里只许先填一行。',NULL,1,44);
INSERT INTO "cases_passage" VALUES(87,'book',581,47,'[]','p-vlvq723c',86,'paragraph','','有一位修鞋的师傅填的那一行是：数据，每天几双；谁在用，我自己；用来做什么，决定明天几点出摊。他后来把这张纸贴在修鞋箱的盖子上，逢人就说自己也是做数据的。全班都认为他说得对。',NULL,1,44);
INSERT INTO "cases_passage" VALUES(88,'book',587,48,'[]','p-ig276gjo',87,'paragraph','','我们两人一致认为，三栏账本胜过三百页的标准。标准当然要有，但不能从标准教起。',NULL,1,45);
INSERT INTO "cases_passage" VALUES(89,'book',589,48,'[]','p-iqfnxwob',88,'paragraph','','茶馆的门槛低，所以来的人多；来的人多，所以有人留下。请把门槛继续放低。',NULL,1,45);
INSERT INTO "cases_passage" VALUES(90,'book',587,48,'[]','p-ig276gjo-2',89,'paragraph','','我们两人一致认为，三栏账本胜过三百页的标准。标准当然要有，但不能从标准教起。',NULL,1,46);
INSERT INTO "cases_passage" VALUES(91,'book',589,48,'[]','p-iqfnxwob-2',90,'paragraph','','茶馆的门槛低，所以来的人多；来的人多，所以有人留下。请把门槛继续放低。',NULL,1,46);
INSERT INTO "cases_passage" VALUES(92,'book',597,52,'[]','p-me23yipi',91,'paragraph','','故事里的武汉有一座老小区，楼龄比多数住户的工龄还长。楼里的老人不缺吃的，缺的是有人问一句“今天吃了什么”。街道先办了一间食堂，一百二十个座位，开张那天坐了四百人，第二天坐了九十人，第三天只剩下六十人。经办人把三天的数字写在黑板上，决定先不怪任何人，而是挨家挨户去问为什么不来。',NULL,1,47);
INSERT INTO "cases_passage" VALUES(93,'book',603,53,'[]','p-jnqdpi6k',92,'paragraph','','问回来的答案五花八门，归拢起来只有三类：一类嫌远，从最远的楼栋走到食堂要过两个路口；一类嫌烦，每天都要排队刷卡，卡又常常忘在家里；还有一类什么都不嫌，只是一个人吃饭觉得没有意思。经办人说，前两类是技术问题，第三类才是真正的问题，可是没有前两类，谁也看不见第三类。',NULL,1,47);
INSERT INTO "cases_passage" VALUES(94,'book',617,54,'[]','p-6rprvbn3',93,'paragraph','','食堂没有做手机程序，只留了一个电话号码。老人打电话来，接线员在屏幕上点几下，菜单、忌口和楼栋号就都有了。接线员一共三位，都是小区里退休的语文老师，听得懂带口音的菜名，也听得出谁今天没有精神。号码印在冰箱贴上，一户一张，多要不给，因为多要的人多半是想拿去贴在车上。',NULL,1,89);
INSERT INTO "cases_passage" VALUES(95,'book',621,54,'[]','p-w5kkj4h4',94,'paragraph','','忌口分为不能吃、不想吃和不许吃三种。不能吃的写成红字，由家属签名；不想吃的写成黑字，随时可以改；不许吃的写成蓝字，是医生说的。红字与蓝字冲突的时候，以红字为准，并在当天打电话问清楚。',NULL,1,90);
INSERT INTO "cases_passage" VALUES(96,'book',629,55,'[]','p-ruvxqvhp',95,'figure_caption','','图8-1 示例小区配餐路线',NULL,1,81);
INSERT INTO "cases_passage" VALUES(97,'book',631,55,'[]','p-gvftzsim',96,'paragraph','','配餐车是改装过的三轮车，车上有一块小屏，显示下一家是谁、几楼、有没有电梯。路线每天早上重新排一次，排的时候只考虑两件事：汤不能凉，人不能等。有电梯的楼放在后面，没有电梯的楼放在前面，因为爬楼的时候腿还有力气。',NULL,1,81);
INSERT INTO "cases_passage" VALUES(98,'book',633,55,'[]','p-efbyvzrv',97,'table_caption','','表8-1 示例配餐时限',NULL,1,81);
INSERT INTO "cases_passage" VALUES(99,'book',635,55,'[]','p-4nkdhodj',98,'table','','| 楼型 | 份数 | 时限（分钟） |
| --- | --- | --- |
| 无电梯 | 46 | 25 |
| 有电梯 | 88 | 40 |
| 平房 | 12 | 15 |',NULL,1,81);
INSERT INTO "cases_passage" VALUES(100,'book',643,55,'[]','p-bkp6xukb',99,'paragraph','','陪餐是后来才加上的。志愿者每周选两天，到独居老人的家里一起吃一顿饭，饭钱各付各的。志愿者不填表，只在走的时候按一下门口的按钮：绿色是“挺好”，黄色是“有点闷”，红色是“请人来看看”。半年里按过三次红色，三次都去得及时。',NULL,1,82);
INSERT INTO "cases_passage" VALUES(101,'book',651,56,'[]','p-zsjqqnku',100,'paragraph','','账分三栏：钱、份数和颜色。钱由街道出三分之一，老人出三分之一，食堂自己挣三分之一；份数每天公布；颜色不公布，只给社区医生看。有人建议把颜色也做成大屏，被接线员否决了。她说，别人家的黄灯不是拿来给我们参观的。',NULL,1,49);
INSERT INTO "cases_passage" VALUES(102,'book',653,56,'[]','p-rzvgczvt',101,'paragraph','','这本账最有用的地方是能够提前知道谁会不来。连续三天改口味的人，第四天多半会停餐；停餐之前打一个电话，往往就不停了。(数据为样例,不作依据。)',NULL,1,49);
INSERT INTO "cases_passage" VALUES(103,'book',657,56,'[]','p-lkp24a4q',102,'item','•','节假日的接线员仍然凑不齐；',NULL,1,50);
INSERT INTO "cases_passage" VALUES(104,'book',659,56,'[]','p-o3wfb23i',103,'item','•','三轮车的小屏在雨天看不清；',NULL,1,50);
INSERT INTO "cases_passage" VALUES(105,'book',661,56,'[]','p-oh5fiu6s',104,'item','•','食堂隔壁的面馆有意见,生意少了两成。',NULL,1,50);
INSERT INTO "cases_passage" VALUES(106,'book',663,56,'[]','p-4nzhghej',105,'paragraph','','第三件事至今没有好办法。面馆后来也装了一部电话，两家的号码印在同一张冰箱贴上。',NULL,1,50);
INSERT INTO "cases_passage" VALUES(107,'book',669,57,'[]','p-esf2t3zi',106,'paragraph','','接线员这个岗位写得好。许多平台急着把人换掉，这个样本却把最会听话的人放在了入口。听得出“今天没有精神”，是目前任何模型都还没有写进说明书的能力。',NULL,1,51);
INSERT INTO "cases_passage" VALUES(108,'book',671,57,'[]','p-vsnss7pc',107,'paragraph','','我有一个疑问：颜色只给医生看，这条规矩由谁来守？如果只靠接线员的脾气，换一个人就守不住了。建议把它写进章程，并且每年念一遍。',NULL,1,51);
INSERT INTO "cases_passage" VALUES(109,'book',681,60,'[]','p-n2fjlnvz',108,'paragraph','','故事里的杭州有一条十公里长的河滨路，路上每天有六十位环卫工人。夏天他们要找凉水，冬天他们要找热水，最近的一处常常在一公里以外。有人算过，一位工人一天走的路里，有七分之一是为了喝水和上厕所。',NULL,1,83);
INSERT INTO "cases_passage" VALUES(110,'book',689,61,'[]','p-52ptjcjf',109,'paragraph','','最早的地图是一位班长用圆珠笔画的，画在香烟盒的背面。哪家店肯借厕所，哪家店的开水不要钱，哪家店的老板脾气大，图上都有记号。班长退休的时候，把香烟盒交给了徒弟，徒弟不抽烟，就把它贴进了值班日志。',NULL,1,84);
INSERT INTO "cases_passage" VALUES(111,'book',695,61,'[]','p-7jtd7cra',110,'paragraph','','值班日志被一位来实习的学生看见了。她花了一个暑假，把香烟盒上的四十七个记号变成四十七行表格，每一行有位置、时段、冷热和一句备注。备注是原话，例如“老板人好但是狗凶”。她坚持不改备注，因为改过的备注没有人信。',NULL,1,85);
INSERT INTO "cases_passage" VALUES(112,'book',703,62,'[]','p-ngy2f6ve',111,'paragraph','','数据会过期，比牛奶还快。驿站想了一个办法：谁用过谁盖章。墙上有一张大图，每个点旁边有一格空白，去过的人盖一个小章，章上有日期。一个月没有新章的点自动变灰，由班长去看一眼：',NULL,1,86);
INSERT INTO "cases_passage" VALUES(113,'book',705,62,'[]','p-fvh3axel',112,'item','（1）','店还在，补一个章；',NULL,1,86);
INSERT INTO "cases_passage" VALUES(114,'book',707,62,'[]','p-6frozbrg',113,'item','（2）','店换了老板，重新去谈；',NULL,1,86);
INSERT INTO "cases_passage" VALUES(115,'book',709,62,'[]','p-vklszruo',114,'item','（3）','店没有了，把点取下来，放进盒子里。',NULL,1,86);
INSERT INTO "cases_passage" VALUES(116,'book',711,62,'[]','p-72ecrvsz',115,'paragraph','','盒子里的点从来不扔。过年的时候打开来数一数，就知道这一年街上少了些什么。',NULL,1,86);
INSERT INTO "cases_passage" VALUES(117,'book',713,62,'[]','p-k2k5zmi3',116,'table_caption','','表9-1 示例驿站分布',NULL,1,86);
INSERT INTO "cases_passage" VALUES(118,'book',715,62,'[]','p-2w4ahmva',117,'table','','路段      驿站      凉水      热水
北段      9         9         4
中段      14        12        11
南段      7         7         3',NULL,1,86);
INSERT INTO "cases_passage" VALUES(119,'book',726,63,'[]','p-x3q3uduf',118,'paragraph','','地图公开以后，来喝水的人里多了快递员、遛狗的人和迷路的游客。驿站开始担心水不够，后来发现不够的不是水，是凳子。凳子由沿街的单位认领，认领的单位可以在凳子背面写一句话，写什么都行，就是不能写电话号码。',NULL,1,54);
INSERT INTO "cases_passage" VALUES(120,'book',728,63,'[]','p-erfxdzcn',119,'paragraph','','写得最多的一句话是“坐一会儿再走”。写得最少的一句话是“欢迎光临”，只出现过一次，第二天就被它的主人自己擦掉了，换成了一幅小小的向日葵。',NULL,1,54);
INSERT INTO "cases_passage" VALUES(121,'book',742,NULL,'[]','p-htrotan4',120,'paragraph','','规划师总想从图纸开始，这个样本从香烟盒开始。从香烟盒开始有一个好处：画图的人就是用图的人，错了当场就知道。',NULL,1,55);
INSERT INTO "cases_passage" VALUES(122,'book',746,NULL,'[]','p-axoy2neu',121,'paragraph','','作为写软件的人，我最喜欢“改过的备注没有人信”这句话。我们总想把数据洗得干干净净，常常把信任也一起洗掉了。',NULL,1,56);
INSERT INTO "cases_passage" VALUES(123,'book',748,NULL,'[]','p-pbfz6icc',122,'paragraph','','盖章的办法几乎没有成本，却解决了数据更新这件最难的事。我打算回去在自己的系統里也加一个章。',NULL,1,56);
INSERT INTO "cases_passage" VALUES(124,'book',754,68,'[]','p-svxx6h7o',123,'paragraph','','故事里的哈尔滨一个冬天下十五场雪。下雪不是问题，雪去了哪里才是问题。车行道的雪被推到路边，路边的雪被铲到树下，树下的雪到了三月还没有化，化开的时候带着一个冬天的盐。树不说话，所以没有人为树算过账。',NULL,1,57);
INSERT INTO "cases_passage" VALUES(125,'book',764,69,'[]','p-l3rkotmb',124,'paragraph','','雪有三种去处：就地化掉、堆起来等、运出去。就地化掉用盐，堆起来等用地方，运出去用油。三种去处各有各的账，过去由三个部门各算各的，加起来的时候总是对不上，因为有一部分雪被算了两遍，还有一部分谁也没有算。',NULL,1,87);
INSERT INTO "cases_passage" VALUES(126,'book',774,70,'[]','p-bes4mqa4',125,'paragraph','','故事的转折是一张去向单。每一车雪出发的时候领一张单子，写明从哪条街来、到哪块地去；到了地方，由守场的人撕下一半。单子的两半在月底对上，对不上的那些单子就是谁也没有算的雪。第一个月对不上的有三百一十张，第二个月有四十张，第三个月有两张，那两张后来在司机的棉衣口袋里找到了。',NULL,1,88);
INSERT INTO "cases_passage" VALUES(127,'book',778,70,'[]','p-pqagtjji',126,'paragraph','','去向单上有一栏叫作“树下”，填了这一栏的要写明树的编号。写编号很麻烦，于是大家宁可多走一百米。麻烦有时候是最好的制度。',NULL,1,91);
INSERT INTO "cases_passage" VALUES(128,'book',782,70,'[]','p-xcuommll',127,'paragraph','','盐按街道领取，领多少有上限，剩下的可以转给别的街道，但是不能存到明年。到了三月，剩盐最多的街道在会上介绍经验，经验一般都很短：先推，再扫，最后才撒。',NULL,1,92);
INSERT INTO "cases_passage" VALUES(129,'book',790,71,'[]','p-dz3mwu3o',128,'table_caption','','表10-1 示例冬季除雪账',NULL,1,59);
INSERT INTO "cases_passage" VALUES(130,'book',792,71,'[]','p-uooqgkv7',129,'table','','去处	车次	费用（万元）	备注
就地	0	86	盐
堆存	1 200	35	地
外运	3 400	210	油',NULL,1,59);
INSERT INTO "cases_passage" VALUES(131,'book',797,71,'[]','p-omz3drqo',130,'figure_caption','','图10-1 示例去向单样式',NULL,1,59);
INSERT INTO "cases_passage" VALUES(132,'book',799,71,'[]','p-uuvoaosb',131,'paragraph','','账算清之后，争论反而多了起来。堆存最便宜，可是占了孩子们踢球的地方；外运最贵，可是看起来最干净。争到最后，大家同意每个街区自己选，选完了自己签字。签字的街区有三十七个，其中三十一个选了堆存，并且都在雪堆旁边给孩子们修了一条滑道。',NULL,1,59);
INSERT INTO "cases_passage" VALUES(133,'book',807,72,'[]','p-n3yokrgo',132,'paragraph','','我们读了两遍，第一遍读的是雪，第二遍读的是单子。把一件会化掉的东西记成一本不会化掉的账，是治理里最朴素的功夫。',NULL,1,60);
INSERT INTO "cases_passage" VALUES(134,'book',809,72,'[]','p-3v6csr3l',133,'paragraph','','需要提醒的是，单子管住了车，没有管住手。人行道上的雪仍然靠各家各户自扫，那一部分雪有多少，样本里还是没有数。',NULL,1,60);
INSERT INTO "cases_passage" VALUES(135,'book',807,72,'[]','p-n3yokrgo-2',134,'paragraph','','我们读了两遍，第一遍读的是雪，第二遍读的是单子。把一件会化掉的东西记成一本不会化掉的账，是治理里最朴素的功夫。',NULL,1,61);
INSERT INTO "cases_passage" VALUES(136,'book',809,72,'[]','p-3v6csr3l-2',135,'paragraph','','需要提醒的是，单子管住了车，没有管住手。人行道上的雪仍然靠各家各户自扫，那一部分雪有多少，样本里还是没有数。',NULL,1,61);
INSERT INTO "cases_passage" VALUES(137,'book',815,NULL,'[]','p-madjsmiv',136,'paragraph','','样本写完了。十个故事里没有一件真事，却都盼着成真。',NULL,1,62);
INSERT INTO "cases_passage" VALUES(138,'book',817,NULL,'[]','p-5hmqwne4',137,'paragraph','','感谢每一位不存在的专家，他们的点评准时而且客气。',NULL,1,62);
CREATE TABLE "cases_place" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(60) NOT NULL, "short_name" varchar(60) NOT NULL, "level" varchar(20) NOT NULL, "code" varchar(12) NULL UNIQUE, "path" varchar(400) NOT NULL, "english_name" varchar(120) NOT NULL, "pinyin" varchar(200) NOT NULL, "pinyin_short" varchar(100) NOT NULL, "initials" varchar(20) NOT NULL, "aliases" text NOT NULL CHECK ((JSON_VALID("aliases") OR "aliases" IS NULL)), "longitude" real NULL, "latitude" real NULL, "coordinate_quality" varchar(60) NOT NULL, "note" varchar(500) NOT NULL, "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "city_id" bigint NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED, "province_id" bigint NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_zone_has_no_code" CHECK ((("code" IS NULL AND "level" = 'zone') OR NOT ("level" = 'zone'))), CONSTRAINT "only_provinces_have_no_parent" CHECK ((("level" IN ('province', 'municipality') AND "parent_id" IS NULL) OR (NOT ("level" IN ('province', 'municipality')) AND "parent_id" IS NOT NULL))), CONSTRAINT "a_place_is_not_its_own_parent" CHECK (NOT ("parent_id" = ("id") AND "parent_id" IS NOT NULL)));
INSERT INTO "cases_place" VALUES(1,'beijing','北京市','北京','municipality','110000','/beijing/','Beijing','bei jing shi','beijing','bj','[]',116.40115,39.90281,'行政中心','','[]',1,NULL,1);
INSERT INTO "cases_place" VALUES(2,'hebei','河北省','河北','province','130000','/hebei/','Hebei','he bei sheng','hebei','hb','[]',114.5243,38.03684,'行政中心','','[]',NULL,NULL,2);
INSERT INTO "cases_place" VALUES(3,'shanghai','上海市','上海','municipality','310000','/shanghai/','Shanghai','shang hai shi','shanghai','sh','[]',121.46912,31.2323,'行政中心','','[]',3,NULL,3);
INSERT INTO "cases_place" VALUES(4,'jiangsu','江苏省','江苏','province','320000','/jiangsu/','Jiangsu','jiang su sheng','jiangsu','js','[]',118.75754,32.06291,'行政中心','','[]',NULL,NULL,4);
INSERT INTO "cases_place" VALUES(5,'zhejiang','浙江省','浙江','province','330000','/zhejiang/','Zhejiang','zhe jiang sheng','zhejiang','zj','[]',120.14787,30.26891,'行政中心','','[]',NULL,NULL,5);
INSERT INTO "cases_place" VALUES(6,'shandong','山东省','山东','province','370000','/shandong/','Shandong','shan dong sheng','shandong','sd','[]',117.01401,36.67085,'行政中心','','[]',NULL,NULL,6);
INSERT INTO "cases_place" VALUES(7,'hubei','湖北省','湖北','province','420000','/hubei/','Hubei','hu bei sheng','hubei','hb','[]',114.33626,30.54893,'行政中心','','[]',NULL,NULL,7);
INSERT INTO "cases_place" VALUES(8,'hunan','湖南省','湖南','province','430000','/hunan/','Hunan','hu nan sheng','hunan','hn','[]',112.97804,28.11615,'行政中心','','[]',NULL,NULL,8);
INSERT INTO "cases_place" VALUES(9,'guangdong','广东省','广东','province','440000','/guangdong/','Guangdong','guang dong sheng','guangdong','gd','[]',113.26108,23.135,'行政中心','','[]',NULL,NULL,9);
INSERT INTO "cases_place" VALUES(10,'guizhou','贵州省','贵州','province','520000','/guizhou/','Guizhou','gui zhou sheng','guizhou','gz','[]',106.70171,26.6036,'行政中心','','[]',NULL,NULL,10);
INSERT INTO "cases_place" VALUES(11,'ningxia','宁夏回族自治区','宁夏','province','640000','/ningxia/','Ningxia Hui Autonomous Region','ning xia hui zu zi zhi qu','ningxia','nx','[]',106.25473,38.47219,'行政中心','','[]',NULL,NULL,11);
INSERT INTO "cases_place" VALUES(12,'daxing','大兴区','大兴','district','110115','/beijing/daxing/','Daxing District','da xing qu','daxing','dx','[]',116.33536,39.72561,'行政中心','','[]',1,1,1);
INSERT INTO "cases_place" VALUES(13,'tangshan','唐山市','唐山','prefecture','130200','/hebei/tangshan/','Tangshan','tang shan shi','tangshan','ts','[]',118.1739,39.62955,'行政中心','','[]',13,2,2);
INSERT INTO "cases_place" VALUES(14,'xingtai','邢台市','邢台','prefecture','130500','/hebei/xingtai/','Xingtai','xing tai shi','xingtai','xt','[]',114.49875,37.07034,'行政中心','','[]',14,2,2);
INSERT INTO "cases_place" VALUES(15,'minhang','闵行区','闵行','district','310112','/shanghai/minhang/','Minhang District','min hang qu','minhang','mh','[]',121.37621,31.11481,'行政中心','','[]',3,3,3);
INSERT INTO "cases_place" VALUES(16,'pudong','浦东新区','浦东','district','310115','/shanghai/pudong/','Pudong New Area','pu dong xin qu','pudong','pd','[]',121.54008,31.22365,'行政中心','','[]',3,3,3);
INSERT INTO "cases_place" VALUES(17,'nanjing','南京市','南京','prefecture','320100','/jiangsu/nanjing/','Nanjing','nan jing shi','nanjing','nj','[]',118.79149,32.06164,'行政中心','','[]',17,4,4);
INSERT INTO "cases_place" VALUES(18,'lianyungang','连云港市','连云港','prefecture','320700','/jiangsu/lianyungang/','Lianyungang','lian yun gang shi','lianyungang','lyg','[]',119.21607,34.59768,'行政中心','','[]',18,4,4);
INSERT INTO "cases_place" VALUES(19,'hangzhou','杭州市','杭州','prefecture','330100','/zhejiang/hangzhou/','Hangzhou','hang zhou shi','hangzhou','hz','[]',120.20524,30.24934,'行政中心','','[]',19,5,5);
INSERT INTO "cases_place" VALUES(20,'ningbo','宁波市','宁波','prefecture','330200','/zhejiang/ningbo/','Ningbo','ning bo shi','ningbo','nb','[]',121.61839,29.8626,'行政中心','','[]',20,5,5);
INSERT INTO "cases_place" VALUES(21,'zibo','淄博市','淄博','prefecture','370300','/shandong/zibo/','Zibo','zi bo shi','zibo','zb','[]',118.04895,36.81303,'行政中心','','[]',21,6,6);
INSERT INTO "cases_place" VALUES(22,'binzhou','滨州市','滨州','prefecture','371600','/shandong/binzhou/','Binzhou','bin zhou shi','binzhou','bz','[]',117.96481,37.38135,'行政中心','','[]',22,6,6);
INSERT INTO "cases_place" VALUES(23,'wuhan','武汉市','武汉','prefecture','420100','/hubei/wuhan/','Wuhan','wu han shi','wuhan','wh','[]',114.30003,30.59559,'行政中心','','[]',23,7,7);
INSERT INTO "cases_place" VALUES(24,'huanggang','黄冈市','黄冈','prefecture','421100','/hubei/huanggang/','Huanggang','huang gang shi','huanggang','hg','[]',114.86713,30.45633,'行政中心','','[]',24,7,7);
INSERT INTO "cases_place" VALUES(25,'xiangtan','湘潭市','湘潭','prefecture','430300','/hunan/xiangtan/','Xiangtan','xiang tan shi','xiangtan','xt','[]',112.93861,27.83325,'行政中心','与湘潭县（430321）不是同一地。','[]',25,8,8);
INSERT INTO "cases_place" VALUES(26,'shenzhen','深圳市','深圳','prefecture','440300','/guangdong/shenzhen/','Shenzhen','shen zhen shi','shenzhen','sz','[]',114.05283,22.54625,'行政中心','','[]',26,9,9);
INSERT INTO "cases_place" VALUES(27,'guiyang','贵阳市','贵阳','prefecture','520100','/guizhou/guiyang/','Guiyang','gui yang shi','guiyang','gy','[]',106.62659,26.65133,'行政中心','','[]',27,10,10);
INSERT INTO "cases_place" VALUES(28,'yinchuan','银川市','银川','prefecture','640100','/ningxia/yinchuan/','Yinchuan','yin chuan shi','yinchuan','yc','[]',106.22651,38.48673,'行政中心','','[]',28,11,11);
INSERT INTO "cases_place" VALUES(29,'yizhuang','北京经济技术开发区（亦庄）','亦庄','zone',NULL,'/beijing/daxing/yizhuang/','Beijing Economic-Technological Development Area (Yizhuang)','bei jing jing ji ji shu kai fa qu yi zhuang','yizhuang','yz','["\u5317\u4eac\u7ecf\u6d4e\u6280\u672f\u5f00\u53d1\u533a", "\u4ea6\u5e84\u9547", "BDA"]',NULL,NULL,'','开发区不是行政区划，没有行政区划代码；主体在大兴区，2019年起亦庄新城也及于通州区。','[]',1,12,1);
INSERT INTO "cases_place" VALUES(30,'weixian','威县','威县','county','130533','/hebei/xingtai/weixian/','Wei County','wei xian','weixian','wx','[]',115.26074,36.97504,'行政中心','与蔚县（130726）、魏县（130434）不是同一地。','[]',14,14,2);
INSERT INTO "cases_place" VALUES(31,'ganyu','赣榆区','赣榆','district','320707','/jiangsu/lianyungang/ganyu/','Ganyu District','gan yu qu','ganyu','gy','[]',119.16767,34.84206,'行政中心','2014年以前为赣榆县（320721）。','[]',18,18,4);
INSERT INTO "cases_place" VALUES(32,'qiantang','钱塘区','钱塘','district','330114','/zhejiang/hangzhou/qiantang/','Qiantang District','qian tang qu','qiantang','qt','[]',120.50548,30.30848,'区域内一点','2021年4月设立，原杭州经济技术开发区今在其境内；2018—2019年该片区属江干区（330104，2021年撤销）。','[]',19,19,5);
INSERT INTO "cases_place" VALUES(33,'yuyao','余姚市','余姚','county','330281','/zhejiang/ningbo/yuyao/','Yuyao','yu yao shi','yuyao','yy','[]',121.15016,30.03942,'行政中心','宁波市代管的县级市。','[]',20,20,5);
INSERT INTO "cases_place" VALUES(34,'gaoqing','高青县','高青','county','370322','/shandong/zibo/gaoqing/','Gaoqing County','gao qing xian','gaoqing','gq','[]',117.82097,37.17044,'行政中心','','[]',21,21,6);
INSERT INTO "cases_place" VALUES(35,'yangxin','阳信县','阳信','county','371622','/shandong/binzhou/yangxin/','Yangxin County','yang xin xian','yangxin','yx','[]',117.59741,37.63184,'行政中心','与湖北省阳新县（420222）读音相同，不是同一地。','[]',22,22,6);
INSERT INTO "cases_place" VALUES(36,'qiaokou','硚口区','硚口','district','420104','/hubei/wuhan/qiaokou/','Qiaokou District','qiao kou qu','qiaokou','qk','[]',114.20944,30.58464,'行政中心','','[]',23,23,7);
INSERT INTO "cases_place" VALUES(37,'wuchang','武昌区','武昌','district','420106','/hubei/wuhan/wuchang/','Wuchang District','wu chang qu','wuchang','wc','[]',114.3112,30.55682,'行政中心','','[]',23,23,7);
INSERT INTO "cases_place" VALUES(38,'macheng','麻城市','麻城','county','421181','/hubei/huanggang/macheng/','Macheng','ma cheng shi','macheng','mc','[]',115.00281,31.17487,'行政中心','黄冈市代管的县级市。','[]',24,24,7);
INSERT INTO "cases_place" VALUES(39,'guiyang-hidz','贵阳高新区','贵阳高新区','zone',NULL,'/guizhou/guiyang/guiyang-hidz/','Guiyang National High-Tech Industrial Development Zone','gui yang gao xin qu','guiyanggaoxinqu','gygxq','["\u8d35\u9633\u56fd\u5bb6\u9ad8\u65b0\u6280\u672f\u4ea7\u4e1a\u5f00\u53d1\u533a", "\u8d35\u9633\u5e02\u9ad8\u65b0\u5f00\u53d1\u533a", "\u8d35\u9633\u9ad8\u65b0\u5f00\u53d1\u533a", "\u8d35\u9633\u9ad8\u65b0"]',NULL,NULL,'','开发区不是行政区划，没有行政区划代码；跨观山湖区（520115）与白云区（520113），没有单一的所在区。','[]',27,27,10);
INSERT INTO "cases_place" VALUES(40,'qingkou','青口镇','青口','town','320707100','/jiangsu/lianyungang/ganyu/qingkou/','Qingkou Town','qing kou zhen','qingkou','qk','[]',119.10835,34.84828,'聚落','代码为统计用区划代码；福建省闽侯县另有青口镇（350121105）。','[]',18,31,4);
INSERT INTO "cases_place" VALUES(41,'hangzhou-eda','杭州经济技术开发区','杭州经开区','zone',NULL,'/zhejiang/hangzhou/qiantang/hangzhou-eda/','Hangzhou Economic and Technological Development Area','hang zhou jing ji ji shu kai fa qu','hangzhoujingkaiqu','hzjkq','["\u4e0b\u6c99", "\u94b1\u5858\u65b0\u533a"]',120.31718,30.31023,'聚落','开发区不是行政区划，没有行政区划代码；今属钱塘区。','[]',19,32,5);
INSERT INTO "cases_place" VALUES(42,'hanjiangwan','汉江湾','汉江湾','zone',NULL,'/hubei/wuhan/qiaokou/hanjiangwan/','Hanjiang Bay (Hanjiangwan)','han jiang wan','hanjiangwan','hjw','["\u6c49\u6c5f\u6e7e\u521b\u667a\u56ed"]',NULL,NULL,'','片区不是行政区划，没有行政区划代码；所在的硚口区有待以书中正文核实。','[]',23,36,7);
CREATE TABLE "cases_reference" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(300) NOT NULL, "url" varchar(500) NOT NULL UNIQUE, "publisher" varchar(200) NOT NULL, "published" varchar(20) NOT NULL, "read_on" date NULL, "quality" varchar(20) NOT NULL, "note" varchar(300) NOT NULL);
CREATE TABLE "cases_seat" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "evidence" varchar(200) NOT NULL, "organisation_id" bigint NOT NULL UNIQUE REFERENCES "experts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "place_id" bigint NOT NULL REFERENCES "cases_place" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cases_section" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "anchor" varchar(40) NOT NULL, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "marker" varchar(20) NOT NULL, "title" varchar(300) NOT NULL, "start_page" smallint unsigned NULL CHECK ("start_page" >= 0), "book_id" bigint NOT NULL REFERENCES "cases_book" ("id") DEFERRABLE INITIALLY DEFERRED, "case_id" bigint NULL REFERENCES "cases_case" ("id") DEFERRABLE INITIALLY DEFERRED, "critique_id" bigint NULL REFERENCES "cases_critique" ("id") DEFERRABLE INITIALLY DEFERRED, "part_id" bigint NULL REFERENCES "cases_part" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "cases_section" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_section_an_anchor" UNIQUE ("book_id", "anchor"), CONSTRAINT "section_has_one_owner" CHECK ((("case_id" IS NULL AND "part_id" IS NULL) OR ("critique_id" IS NULL AND "part_id" IS NULL) OR ("case_id" IS NULL AND "critique_id" IS NULL))), CONSTRAINT "section_level_to_four" CHECK ("level" <= 4));
INSERT INTO "cases_section" VALUES(1,'book',107,NULL,'[]','s-ojnqnpek',20000,1,'一、','为什么要写样本',2,1,NULL,NULL,1,NULL);
INSERT INTO "cases_section" VALUES(2,'book',108,NULL,'[]','s-aife2ktc',30000,1,'二、','样本的写法',4,1,NULL,NULL,1,NULL);
INSERT INTO "cases_section" VALUES(3,'book',109,NULL,'[]','s-6f5qvnkx',40000,1,'三、','如何使用本书',6,1,NULL,NULL,1,NULL);
INSERT INTO "cases_section" VALUES(4,'book',175,NULL,'[]','s-cpavpo3u',20001,2,'（一）','可以公开',3,1,NULL,NULL,1,1);
INSERT INTO "cases_section" VALUES(5,'book',185,NULL,'[]','s-k3m2wcml',20002,2,'（二）','足够相似',4,1,NULL,NULL,1,1);
INSERT INTO "cases_section" VALUES(6,'book',193,NULL,'[]','s-muu2ev34',30001,3,'1.','先定骨架',5,1,NULL,NULL,1,2);
INSERT INTO "cases_section" VALUES(7,'book',197,NULL,'[]','s-tcykjcxv',30002,3,'2.','再补血肉',5,1,NULL,NULL,1,2);
INSERT INTO "cases_section" VALUES(8,'book',85,NULL,'[]','s-j5x4sjyd',0,1,'','前言',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(9,'book',165,NULL,'[]','s-we4pswmf',10000,0,'','',NULL,1,NULL,NULL,1,NULL);
INSERT INTO "cases_section" VALUES(10,'book',227,NULL,'[]','s-m6u76m5m',50000,0,'','',NULL,1,NULL,NULL,2,NULL);
INSERT INTO "cases_section" VALUES(11,'book',231,NULL,'[]','s-ywttna7r',60000,1,'一、','基本情况',9,1,1,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(12,'book',255,NULL,'[]','s-f3os7q4o',60003,1,'二、','建设内容',11,1,1,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(13,'book',284,NULL,'[]','s-tskdmmi6',60006,1,'三、','成效与不足',12,1,1,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(14,'book',292,NULL,'[]','s-nsmyiv5b',70000,0,'','',NULL,1,NULL,1,NULL,NULL);
INSERT INTO "cases_section" VALUES(15,'book',300,NULL,'[]','s-56bvxggh',80000,1,'一、','起因',15,1,2,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(16,'book',308,NULL,'[]','s-oz6va4z2',80001,1,'二、','做法',16,1,2,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(17,'book',345,NULL,'[]','s-xlmxe6bf',80005,1,'三、','启示',18,1,2,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(18,'book',349,NULL,'[]','s-6fmvpfdn',80006,1,'四、','一次演练',18,1,2,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(19,'book',361,NULL,'[]','s-sxpgxqvp',90000,0,'','',NULL,1,NULL,2,NULL,NULL);
INSERT INTO "cases_section" VALUES(20,'book',367,NULL,'[]','s-dqpclumk',100000,1,'一、','小事的清单',21,1,3,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(21,'book',375,NULL,'[]','s-7fwbancp',100001,1,'二、','办理的流程',22,1,3,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(22,'book',401,NULL,'[]','s-godub4he',100005,1,'三、','边界',23,1,3,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(23,'book',405,NULL,'[]','s-akszhywv',100006,1,'四、','热心人的一天',23,1,3,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(24,'book',417,NULL,'[]','s-iyv54dce',110000,0,'','',NULL,1,NULL,3,NULL,NULL);
INSERT INTO "cases_section" VALUES(25,'book',421,NULL,'[]','s-u6kfpbus',120000,0,'','',NULL,1,NULL,4,NULL,NULL);
INSERT INTO "cases_section" VALUES(26,'book',427,NULL,'[]','s-shtbqyor',130000,1,'一、','杆子的来历',27,1,4,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(27,'book',435,NULL,'[]','s-laizmuzx',130001,1,'二、','合杆',28,1,4,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(28,'book',447,NULL,'[]','s-y6jkxq7e',130004,1,'三、','数据',28,1,4,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(29,'book',451,NULL,'[]','s-srhdh3x7',130005,1,'四、','没有想到的事',28,1,4,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(30,'book',463,NULL,'[]','s-7pnkf7ql',140000,0,'','',NULL,1,NULL,5,NULL,NULL);
INSERT INTO "cases_section" VALUES(31,'book',473,NULL,'[]','s-hi2fkrym',160000,1,'一、','排队的人',34,1,5,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(32,'book',479,NULL,'[]','s-tmldi65o',160001,1,'二、','二维码',35,1,5,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(33,'book',493,NULL,'[]','s-wlfngpp4',160005,1,'三、','账本',35,1,5,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(34,'book',497,NULL,'[]','s-f5qfq2wk',160006,1,'四、','没有码的人',35,1,5,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(35,'book',507,NULL,'[]','s-kdsxoo3u',170000,0,'','',NULL,1,NULL,6,NULL,NULL);
INSERT INTO "cases_section" VALUES(36,'book',511,NULL,'[]','s-qmix4kli',180000,1,'一、','三个版本',40,1,6,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(37,'book',519,NULL,'[]','s-k2ovdkn2',180001,1,'二、','借的规矩',41,1,6,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(38,'book',527,NULL,'[]','s-5ilkvyc7',180002,1,'三、','账目',41,1,6,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(39,'book',539,NULL,'[]','s-6vmc7ntl',180003,1,'四、','借来的时间',41,1,6,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(40,'book',549,NULL,'[]','s-2mw23oe6',190000,0,'','',NULL,1,NULL,7,NULL,NULL);
INSERT INTO "cases_section" VALUES(41,'book',555,NULL,'[]','s-iwyglb4q',200000,1,'一、','茶馆',46,1,7,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(42,'book',563,NULL,'[]','s-2k2z4f42',200001,1,'二、','账本',47,1,7,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(43,'book',573,NULL,'[]','s-uawjstoh',200004,1,'三、','产业',47,1,7,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(44,'book',577,NULL,'[]','s-xrdlyft2',200005,1,'四、','茶馆之外',47,1,7,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(45,'book',587,NULL,'[]','s-yjbv3yax',210000,0,'','',NULL,1,NULL,8,NULL,NULL);
INSERT INTO "cases_section" VALUES(46,'book',587,NULL,'[]','s-ud7cyxx4',220000,0,'','',NULL,1,NULL,9,NULL,NULL);
INSERT INTO "cases_section" VALUES(47,'book',595,NULL,'[]','s-uzhzkvms',230000,1,'一、','缘起',52,1,8,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(48,'book',611,NULL,'[]','s-tmd6kocb',230001,1,'二、','三件事',54,1,8,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(49,'book',649,NULL,'[]','s-w4wlmggm',230007,1,'三、','一本账',56,1,8,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(50,'book',655,NULL,'[]','s-zjznoqkv',230008,1,'四、','没有解决的事',56,1,8,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(51,'book',669,NULL,'[]','s-e6e34tvv',240000,0,'','',NULL,1,NULL,10,NULL,NULL);
INSERT INTO "cases_section" VALUES(52,'book',677,NULL,'[]','s-gdbiiyae',250000,1,'一、','地图之前',60,1,9,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(53,'book',691,NULL,'[]','s-amdd2vmo',250003,1,'二、','地图之中',61,1,9,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(54,'book',724,NULL,'[]','s-mxxlf5g4',250006,1,'三、','地图之后',63,1,9,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(55,'book',742,NULL,'[]','s-nsqy5zcm',260000,0,'','',NULL,1,NULL,11,NULL,NULL);
INSERT INTO "cases_section" VALUES(56,'book',746,NULL,'[]','s-uzexy4ib',270000,0,'','',NULL,1,NULL,12,NULL,NULL);
INSERT INTO "cases_section" VALUES(57,'book',752,NULL,'[]','s-hvlxcyfn',280000,1,'一、','雪从天上来',68,1,10,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(58,'book',760,NULL,'[]','s-7hdoaj2n',280001,1,'二、','雪往哪里去',69,1,10,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(59,'book',788,NULL,'[]','s-oe7szlry',280006,1,'三、','账算清之后',71,1,10,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(60,'book',807,NULL,'[]','s-4nhrcmko',290000,0,'','',NULL,1,NULL,13,NULL,NULL);
INSERT INTO "cases_section" VALUES(61,'book',807,NULL,'[]','s-zrondtoo',300000,0,'','',NULL,1,NULL,14,NULL,NULL);
INSERT INTO "cases_section" VALUES(62,'book',813,NULL,'[]','s-7xr44nhi',310000,1,'','后记',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "cases_section" VALUES(63,'book',239,NULL,'[]','s-sbf23j7t',60001,2,'（一）','水从哪里来',10,1,1,NULL,NULL,11);
INSERT INTO "cases_section" VALUES(64,'book',249,NULL,'[]','s-ayzq5zd5',60002,2,'（二）','数到哪里去',11,1,1,NULL,NULL,11);
INSERT INTO "cases_section" VALUES(65,'book',257,NULL,'[]','s-72a356zw',60004,3,'1.','设备',11,1,1,NULL,NULL,12);
INSERT INTO "cases_section" VALUES(66,'book',272,NULL,'[]','s-75cte2kg',60005,3,'2.','规则',12,1,1,NULL,NULL,12);
INSERT INTO "cases_section" VALUES(67,'book',310,NULL,'[]','s-rjin6h5p',80002,2,'（一）','合屏',16,1,2,NULL,NULL,16);
INSERT INTO "cases_section" VALUES(68,'book',322,NULL,'[]','s-u4fi2mas',80003,2,'（二）','分责',16,1,2,NULL,NULL,16);
INSERT INTO "cases_section" VALUES(69,'book',335,NULL,'[]','s-oy72u5j4',80004,2,'（三）','复盘',17,1,2,NULL,NULL,16);
INSERT INTO "cases_section" VALUES(70,'book',377,NULL,'[]','s-e5pmaezl',100002,3,'1.','上报',22,1,3,NULL,NULL,21);
INSERT INTO "cases_section" VALUES(71,'book',381,NULL,'[]','s-gbssxcng',100003,3,'2.','分派',22,1,3,NULL,NULL,21);
INSERT INTO "cases_section" VALUES(72,'book',391,NULL,'[]','s-crd7ker6',100004,3,'3.','回访',22,1,3,NULL,NULL,21);
INSERT INTO "cases_section" VALUES(73,'book',437,NULL,'[]','s-owqkxnnk',130002,2,'（一）','谁来出钱',28,1,4,NULL,NULL,27);
INSERT INTO "cases_section" VALUES(74,'book',441,NULL,'[]','s-w5acfdok',130003,2,'（二）','谁来修',28,1,4,NULL,NULL,27);
INSERT INTO "cases_section" VALUES(75,'book',481,NULL,'[]','s-gkmdmfil',160002,2,'（一）','取码',35,1,5,NULL,NULL,32);
INSERT INTO "cases_section" VALUES(76,'book',485,NULL,'[]','s-wsxjrwjf',160003,2,'（二）','传码',35,1,5,NULL,NULL,32);
INSERT INTO "cases_section" VALUES(77,'book',489,NULL,'[]','s-6yl5ertm',160004,2,'（三）','销码',35,1,5,NULL,NULL,32);
INSERT INTO "cases_section" VALUES(78,'book',565,NULL,'[]','s-ff66rjiy',200002,2,'（一）','三栏的来历',47,1,7,NULL,NULL,42);
INSERT INTO "cases_section" VALUES(79,'book',569,NULL,'[]','s-zurzsabl',200003,2,'（二）','三栏的用处',47,1,7,NULL,NULL,42);
INSERT INTO "cases_section" VALUES(80,'book',613,NULL,'[]','s-5ezkkwzi',230002,2,'（一）','订餐',54,1,8,NULL,NULL,48);
INSERT INTO "cases_section" VALUES(81,'book',627,NULL,'[]','s-5kf7wbxy',230005,2,'（二）','配餐',55,1,8,NULL,NULL,48);
INSERT INTO "cases_section" VALUES(82,'book',641,NULL,'[]','s-myirgvux',230006,2,'（三）','陪餐',55,1,8,NULL,NULL,48);
INSERT INTO "cases_section" VALUES(83,'book',679,NULL,'[]','s-67snkshz',250001,3,'1.','一杯水的距离',60,1,9,NULL,NULL,52);
INSERT INTO "cases_section" VALUES(84,'book',687,NULL,'[]','s-pjehgcrl',250002,3,'2.','一张手画的图',61,1,9,NULL,NULL,52);
INSERT INTO "cases_section" VALUES(85,'book',693,NULL,'[]','s-ip2s76aa',250004,2,'（一）','怎样变成数据',61,1,9,NULL,NULL,53);
INSERT INTO "cases_section" VALUES(86,'book',701,NULL,'[]','s-46zewqph',250005,2,'（二）','怎样保持新鲜',62,1,9,NULL,NULL,53);
INSERT INTO "cases_section" VALUES(87,'book',762,NULL,'[]','s-qrtqkgqy',280002,2,'（一）','三种去处',69,1,10,NULL,NULL,58);
INSERT INTO "cases_section" VALUES(88,'book',772,NULL,'[]','s-rtd73jl6',280003,2,'（二）','一张去向单',70,1,10,NULL,NULL,58);
INSERT INTO "cases_section" VALUES(89,'book',615,NULL,'[]','s-eyjl77u4',230003,3,'1.','电话就是入口',54,1,8,NULL,NULL,80);
INSERT INTO "cases_section" VALUES(90,'book',619,NULL,'[]','s-vifto25r',230004,3,'2.','忌口就是底线',54,1,8,NULL,NULL,80);
INSERT INTO "cases_section" VALUES(91,'book',776,NULL,'[]','s-zevvah5m',280004,3,'1.','给树留地方',70,1,10,NULL,NULL,88);
INSERT INTO "cases_section" VALUES(92,'book',780,NULL,'[]','s-aoqihxm6',280005,3,'2.','给盐定上限',70,1,10,NULL,NULL,88);
CREATE TABLE "cases_theme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name" varchar(60) NOT NULL UNIQUE, "english_name" varchar(120) NOT NULL, "definition" varchar(300) NOT NULL, "scope" varchar(400) NOT NULL, "order" smallint unsigned NOT NULL CHECK ("order" >= 0), "title_words" text NOT NULL CHECK ((JSON_VALID("title_words") OR "title_words" IS NULL)), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)));
INSERT INTO "cases_theme" VALUES(1,'integrated-smart-city','城市综合集成','Integrated smart city programmes','把一座城市的多个领域作为整体来建设智慧城市，使各系统互相连通。','用于以整座城市为对象的总体建设；只涉及单一领域的案例归入该领域的主题。',1,'["\u7efc\u5408\u96c6\u6210", "\u96c6\u6210\u4e92\u8054", "\u5e73\u53f0\u4f53\u7cfb"]','[]');
INSERT INTO "cases_theme" VALUES(2,'top-level-design','顶层设计与统筹','Top-level design and coordination','在建设之前，对目标、体系、分工和机制作整体规划与统筹。','用于标题点明顶层设计或统筹安排的案例。',2,'["\u9876\u5c42\u8bbe\u8ba1", "\u7edf\u7b79"]','[]');
INSERT INTO "cases_theme" VALUES(3,'data-sharing','数据共享与互联互通','Data sharing and interconnection','让分散在不同部门、层级和系统里的数据可以汇聚、交换和共用。','含视频等各类资源的共享；以数据分析为重点的归入“大数据应用”。',3,'["\u5171\u4eab", "\u6570\u636e\u878d\u5408", "\u4e92\u8054\u4e92\u901a", "\u8fde\u901a"]','[]');
INSERT INTO "cases_theme" VALUES(4,'big-data','大数据应用','Big data applications','汇集大量数据并加以分析，用于决策、管理和服务。','含大数据中心、大数据平台和以数据为核心的工作模式。',4,'["\u5927\u6570\u636e", "\u6570\u636e\u4e3a\u6838\u5fc3", "\u6570\u636e\u8d4b\u80fd"]','[]');
INSERT INTO "cases_theme" VALUES(5,'cloud-infrastructure','云与基础设施','Cloud and digital infrastructure','为多个应用共用的计算、存储、网络等基础设施。','含政务云、统一云平台和专用网络；不含感知终端。',5,'["\u4e91\u5e73\u53f0", "\u653f\u52a1\u4e91"]','[]');
INSERT INTO "cases_theme" VALUES(6,'urban-sensing','城市感知与物联网','Urban sensing and the internet of things','用传感器、摄像机和联网的市政设施持续感知城市的状态。','含智慧灯杆、视频监控等感知终端及其联网。',6,'["\u611f\u77e5", "\u706f\u6746", "\u89c6\u9891", "\u7269\u8054\u7f51"]','[]');
INSERT INTO "cases_theme" VALUES(7,'urban-management','城市管理','Urban management','用信息技术改进市容、市政、执法和片区综合管理等城市管理工作。','含智慧城管、数字城管和片区的综合管理；不含政府内部办公。',7,'["\u57ce\u7ba1", "\u57ce\u5e02\u7ba1\u7406", "\u7efc\u5408\u7ba1\u7406"]','[]');
INSERT INTO "cases_theme" VALUES(8,'fine-grained-governance','精细化治理','Fine-grained governance','把管理和服务的对象、标准与流程细分到位，使每件事都有明确的责任与标准。','用于标题点明精细化的案例，与空间大小无关。',8,'["\u7cbe\u7ec6\u5316"]','[]');
INSERT INTO "cases_theme" VALUES(9,'operation-centre','城市运行中心','City operation centres','汇聚各部门信息、统一监测和调度城市运行的中心。','用于以运行、运营或指挥中心为主体的案例。',9,'["\u8fd0\u8425\u548c\u7ba1\u7406\u4e2d\u5fc3", "\u57ce\u5e02\u8fd0\u884c", "\u8fd0\u884c\u4e2d\u5fc3", "\u6307\u6325\u4e2d\u5fc3"]','[]');
INSERT INTO "cases_theme" VALUES(10,'social-governance','社会治理与社区','Social governance and communities','政府、社会与居民共同处理公共事务，维护社区的服务与平安。','含社区服务、平安建设、基层治理和治理能力的提升。',10,'["\u793e\u4f1a\u670d\u52a1\u4e0e\u7ba1\u7406", "\u793e\u4f1a\u6cbb\u7406", "\u6cbb\u7406\u4f53\u7cfb", "\u6cbb\u7406\u80fd\u529b", "\u793e\u533a", "\u5e73\u5b89"]','[]');
INSERT INTO "cases_theme" VALUES(11,'e-government','电子政务','E-government','政府部门用网络和信息系统办公、履职并为公众办事。','含电子政务网络、政务服务和数字化的施政。',11,'["\u7535\u5b50\u653f\u52a1", "\u653f\u52a1\u670d\u52a1", "\u5584\u653f"]','[]');
INSERT INTO "cases_theme" VALUES(12,'smart-transport','智慧交通','Smart transport','用信息技术改进交通的管理、运行和出行服务。','含道路交通、公共交通与停车。',12,'["\u667a\u6167\u4ea4\u901a"]','[]');
INSERT INTO "cases_theme" VALUES(13,'smart-health','智慧医疗','Smart health','用信息技术改进医疗、卫生服务及其监管。','含互联网医院、公共卫生和医疗监管。',13,'["\u533b\u9662", "\u533b\u7597", "\u536b\u751f"]','[]');
INSERT INTO "cases_theme" VALUES(14,'smart-agriculture','智慧农业','Smart agriculture','用信息技术改进农业的生产、经营和管理。','含以农业为主的县域所做的数字化。',14,'["\u519c\u4e1a"]','[]');
INSERT INTO "cases_theme" VALUES(15,'industry-development','产业培育与升级','Industry development and upgrading','以信息技术培育新的产业，或带动已有产业集聚和升级。','用于以产业为目标的案例；以农业生产为主的同时归入“智慧农业”。',15,'["\u4ea7\u4e1a\u5347\u7ea7", "\u4ea7\u4e1a\u96c6\u805a", "\u4e3b\u5bfc\u4ea7\u4e1a", "\u4ea7\u4e1a\u57f9\u80b2", "\u5174\u4e1a"]','[]');
INSERT INTO "cases_theme" VALUES(16,'parks-and-zones','园区与开发区','Parks and development zones','产业园区、开发区等特定区域的智慧化建设与管理。','含经济技术开发区、高新区和各类产业园。',16,'["\u5f00\u53d1\u533a", "\u9ad8\u65b0\u533a", "\u521b\u667a\u56ed", "\u4ea7\u4e1a\u56ed"]','[]');
INSERT INTO "cases_theme" VALUES(17,'counties-and-towns','县域与中小城镇','Counties and small cities','县、镇和中小城市结合自身条件所做的智慧化建设。','用于标题点明县、镇或中小城市的案例。',17,'["\u5927\u53bf", "\u5a01\u53bf", "\u9752\u53e3\u9547", "\u4e2d\u5c0f\u57ce\u5e02", "\u53bf\u57df"]','[]');
INSERT INTO "cases_theme" VALUES(18,'business-models','商业与运营模式','Business and operation models','项目由谁投资、怎样运营、如何取得回报的安排。','含政府和社会资本合作（PPP）、特许经营和规模化运营。',18,'["PPP", "\u5546\u4e1a\u6a21\u5f0f", "\u8fd0\u8425\u6a21\u5f0f"]','[]');
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
INSERT INTO "django_content_type" VALUES(1,'admin','logentry');
INSERT INTO "django_content_type" VALUES(2,'auth','permission');
INSERT INTO "django_content_type" VALUES(3,'auth','group');
INSERT INTO "django_content_type" VALUES(4,'auth','user');
INSERT INTO "django_content_type" VALUES(5,'contenttypes','contenttype');
INSERT INTO "django_content_type" VALUES(6,'sessions','session');
INSERT INTO "django_content_type" VALUES(7,'casebook','contentrevision');
INSERT INTO "django_content_type" VALUES(8,'casebook','rowdate');
INSERT INTO "django_content_type" VALUES(9,'experts','expert');
INSERT INTO "django_content_type" VALUES(10,'experts','organisation');
INSERT INTO "django_content_type" VALUES(11,'experts','affiliation');
INSERT INTO "django_content_type" VALUES(12,'cases','reference');
INSERT INTO "django_content_type" VALUES(13,'cases','theme');
INSERT INTO "django_content_type" VALUES(14,'cases','book');
INSERT INTO "django_content_type" VALUES(15,'cases','case');
INSERT INTO "django_content_type" VALUES(16,'cases','critique');
INSERT INTO "django_content_type" VALUES(17,'cases','erratum');
INSERT INTO "django_content_type" VALUES(18,'cases','part');
INSERT INTO "django_content_type" VALUES(19,'cases','place');
INSERT INTO "django_content_type" VALUES(20,'cases','caseplace');
INSERT INTO "django_content_type" VALUES(21,'cases','section');
INSERT INTO "django_content_type" VALUES(22,'cases','passage');
INSERT INTO "django_content_type" VALUES(23,'cases','fact');
INSERT INTO "django_content_type" VALUES(24,'cases','casetheme');
INSERT INTO "django_content_type" VALUES(25,'cases','contribution');
INSERT INTO "django_content_type" VALUES(26,'cases','importedrow');
INSERT INTO "django_content_type" VALUES(27,'cases','seat');
INSERT INTO "django_content_type" VALUES(28,'search','dictionaryword');
INSERT INTO "django_content_type" VALUES(29,'search','failedsearch');
INSERT INTO "django_content_type" VALUES(30,'search','outboxentry');
INSERT INTO "django_content_type" VALUES(31,'search','stopword');
INSERT INTO "django_content_type" VALUES(32,'search','vocabularyrevision');
INSERT INTO "django_content_type" VALUES(33,'search','synonym');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'contenttypes','0001_initial','2026-11-30 15:58:11.746438');
INSERT INTO "django_migrations" VALUES(2,'auth','0001_initial','2026-11-30 15:58:11.761854');
INSERT INTO "django_migrations" VALUES(3,'admin','0001_initial','2026-11-30 15:58:11.777145');
INSERT INTO "django_migrations" VALUES(4,'admin','0002_logentry_remove_auto_add','2026-11-30 15:58:11.791378');
INSERT INTO "django_migrations" VALUES(5,'admin','0003_logentry_add_action_flag_choices','2026-11-30 15:58:11.799512');
INSERT INTO "django_migrations" VALUES(6,'contenttypes','0002_remove_content_type_name','2026-11-30 15:58:11.818010');
INSERT INTO "django_migrations" VALUES(7,'auth','0002_alter_permission_name_max_length','2026-11-30 15:58:11.834294');
INSERT INTO "django_migrations" VALUES(8,'auth','0003_alter_user_email_max_length','2026-11-30 15:58:11.847526');
INSERT INTO "django_migrations" VALUES(9,'auth','0004_alter_user_username_opts','2026-11-30 15:58:11.855376');
INSERT INTO "django_migrations" VALUES(10,'auth','0005_alter_user_last_login_null','2026-11-30 15:58:11.864940');
INSERT INTO "django_migrations" VALUES(11,'auth','0006_require_contenttypes_0002','2026-11-30 15:58:11.865390');
INSERT INTO "django_migrations" VALUES(12,'auth','0007_alter_validators_add_error_messages','2026-11-30 15:58:11.878638');
INSERT INTO "django_migrations" VALUES(13,'auth','0008_alter_user_username_max_length','2026-11-30 15:58:11.888231');
INSERT INTO "django_migrations" VALUES(14,'auth','0009_alter_user_last_name_max_length','2026-11-30 15:58:11.897560');
INSERT INTO "django_migrations" VALUES(15,'auth','0010_alter_group_name_max_length','2026-11-30 15:58:11.906744');
INSERT INTO "django_migrations" VALUES(16,'auth','0011_update_proxy_permissions','2026-11-30 15:58:11.920244');
INSERT INTO "django_migrations" VALUES(17,'auth','0012_alter_user_first_name_max_length','2026-11-30 15:58:11.929971');
INSERT INTO "django_migrations" VALUES(18,'casebook','0001_content_revision','2026-11-30 15:58:11.931020');
INSERT INTO "django_migrations" VALUES(19,'casebook','0002_row_dates','2026-11-30 15:58:11.936535');
INSERT INTO "django_migrations" VALUES(20,'experts','0001_initial','2026-11-30 15:58:11.940366');
INSERT INTO "django_migrations" VALUES(21,'experts','0002_posts_without_a_body','2026-11-30 15:58:11.942239');
INSERT INTO "django_migrations" VALUES(22,'experts','0003_sources_of_people_and_bodies','2026-11-30 15:58:11.983302');
INSERT INTO "django_migrations" VALUES(23,'cases','0001_initial','2026-11-30 15:58:12.898813');
INSERT INTO "django_migrations" VALUES(24,'cases','0002_no_cycle_in_places','2026-11-30 15:58:13.192688');
INSERT INTO "django_migrations" VALUES(25,'cases','0003_memory_by_object','2026-11-30 15:58:13.195621');
INSERT INTO "django_migrations" VALUES(26,'cases','0004_evidence','2026-11-30 15:58:13.585984');
INSERT INTO "django_migrations" VALUES(27,'cases','0005_passages_go_with_their_section','2026-11-30 15:58:13.604447');
INSERT INTO "django_migrations" VALUES(28,'cases','0006_seats_and_sources','2026-11-30 15:58:13.676016');
INSERT INTO "django_migrations" VALUES(29,'search','0001_initial','2026-11-30 15:58:13.681008');
INSERT INTO "django_migrations" VALUES(30,'sessions','0001_initial','2026-11-30 15:58:13.682522');
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "experts_affiliation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "job_title" varchar(200) NOT NULL, "as_printed" varchar(300) NOT NULL, "expert_id" bigint NOT NULL REFERENCES "experts_expert" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "experts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0), CONSTRAINT "one_row_per_post" UNIQUE ("expert_id", "organisation_id", "job_title"));
INSERT INTO "experts_affiliation" VALUES(1,'主任','示例大学数字治理研究中心主任',1,1,'[]','book',67,NULL);
INSERT INTO "experts_affiliation" VALUES(2,'副主任','样本市大数据中心副主任、高级工程师',2,2,'[]','book',69,NULL);
INSERT INTO "experts_affiliation" VALUES(3,'高级工程师','样本市大数据中心副主任、高级工程师',2,2,'[]','book',69,NULL);
INSERT INTO "experts_affiliation" VALUES(4,'院士','示例科学院院士、样本大学教授',3,3,'[]','book',73,NULL);
INSERT INTO "experts_affiliation" VALUES(5,'教授','示例科学院院士、样本大学教授',3,4,'[]','book',73,NULL);
INSERT INTO "experts_affiliation" VALUES(6,'副主任','样本市数字治理专家委员会副主任',4,5,'[]','book',74,NULL);
INSERT INTO "experts_affiliation" VALUES(7,'秘书长','示例城市规划协会秘书长',5,6,'[]','book',75,NULL);
INSERT INTO "experts_affiliation" VALUES(8,'解决方案总监','样本软件股份有限公司解决方案总监',6,7,'[]','book',76,NULL);
INSERT INTO "experts_affiliation" VALUES(9,'社长','《示例月刊》杂志社社长、示例传播研究院院长',7,8,'[]','book',77,NULL);
INSERT INTO "experts_affiliation" VALUES(10,'院长','《示例月刊》杂志社社长、示例传播研究院院长',7,9,'[]','book',77,NULL);
INSERT INTO "experts_affiliation" VALUES(11,'副总裁','示例集团副总裁',8,10,'[]','book',78,NULL);
INSERT INTO "experts_affiliation" VALUES(12,'','样本市大数据中心',9,2,'[]','book',82,NULL);
INSERT INTO "experts_affiliation" VALUES(13,'副总经理(主持工作)','示例数据(样本)科技有限公司副总经理(主持工作)',10,11,'[]','book',83,NULL);
INSERT INTO "experts_affiliation" VALUES(14,'局长（原）','样本市数据局局长（原）',11,12,'[]','book',12,NULL);
INSERT INTO "experts_affiliation" VALUES(15,'','示例皇家学会会员',12,13,'[]','book',14,NULL);
INSERT INTO "experts_affiliation" VALUES(16,'副主任','样本市数字治理专家咨询委员会副主任',4,17,'[]','book',123,NULL);
INSERT INTO "experts_affiliation" VALUES(17,'副总经理','示例数据(样本)科技有限公司副总经理',10,11,'[]','book',141,NULL);
INSERT INTO "experts_affiliation" VALUES(18,'高级工程师','样本市大数据中心高级工程师',9,2,'[]','book',142,NULL);
CREATE TABLE "experts_expert" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "name" varchar(100) NOT NULL, "pinyin" varchar(200) NOT NULL, "aliases" text NOT NULL CHECK ((JSON_VALID("aliases") OR "aliases" IS NULL)), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0));
INSERT INTO "experts_expert" VALUES(1,'lin-shili','林示例','lin shi li','[]','[]','book',67,NULL);
INSERT INTO "experts_expert" VALUES(2,'chen-yangben','陈样本','chen yang ben','[]','[]','book',8,NULL);
INSERT INTO "experts_expert" VALUES(3,'zhou-fanwen','周范文','zhou fan wen','[]','[]','book',10,NULL);
INSERT INTO "experts_expert" VALUES(4,'zheng-shifan','郑示范','zheng shi fan','[]','[]','book',74,NULL);
INSERT INTO "experts_expert" VALUES(5,'wang-mo','王模','wang mo','[]','[]','book',75,NULL);
INSERT INTO "experts_expert" VALUES(6,'feng-ceshi','冯测试','feng ce shi','[]','[]','book',76,NULL);
INSERT INTO "experts_expert" VALUES(7,'chu-yanlian','褚演练','chu yan lian','[]','[]','book',77,NULL);
INSERT INTO "experts_expert" VALUES(8,'wei-shiyong','卫试用','wei shi yong','[]','[]','book',78,NULL);
INSERT INTO "experts_expert" VALUES(9,'jiang-caogao','蒋草稿','jiang cao gao','[]','[]','book',82,NULL);
INSERT INTO "experts_expert" VALUES(10,'shen-diben','沈底本','shen di ben','[]','[]','book',83,NULL);
INSERT INTO "experts_expert" VALUES(11,'wu-li','吴例','wu li','[]','[]','book',12,NULL);
INSERT INTO "experts_expert" VALUES(12,'ada-sample','Ada Sample','','[]','[]','book',14,NULL);
CREATE TABLE "experts_organisation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(200) NOT NULL UNIQUE, "name" varchar(200) NOT NULL UNIQUE, "kind" varchar(20) NOT NULL, "english_name" varchar(300) NOT NULL, "aliases" text NOT NULL CHECK ((JSON_VALID("aliases") OR "aliases" IS NULL)), "edited_fields" text NOT NULL CHECK ((JSON_VALID("edited_fields") OR "edited_fields" IS NULL)), "origin" varchar(10) NOT NULL, "source_line" integer unsigned NULL CHECK ("source_line" >= 0), "source_page" smallint unsigned NULL CHECK ("source_page" >= 0));
INSERT INTO "experts_organisation" VALUES(1,'shili-daxue-shuzi-zhili-yanjiu-zhongxin','示例大学数字治理研究中心','academia','','[]','[]','book',67,NULL);
INSERT INTO "experts_organisation" VALUES(2,'yangben-shi-da-shujuzhongxin','样本市大数据中心','','','[]','[]','book',69,NULL);
INSERT INTO "experts_organisation" VALUES(3,'shili-kexueyuan','示例科学院','academia','','[]','[]','book',73,NULL);
INSERT INTO "experts_organisation" VALUES(4,'yangben-daxue','样本大学','academia','','[]','[]','book',73,NULL);
INSERT INTO "experts_organisation" VALUES(5,'yangben-shi-shuzi-zhili-zhuanjia-weiyuanhui','样本市数字治理专家委员会','','','[]','[]','book',74,NULL);
INSERT INTO "experts_organisation" VALUES(6,'shili-chengshiguihua-xiehui','示例城市规划协会','association','','[]','[]','book',75,NULL);
INSERT INTO "experts_organisation" VALUES(7,'yangben-ruanjian-gufen-youxiangongsi','样本软件股份有限公司','company','','[]','[]','book',76,NULL);
INSERT INTO "experts_organisation" VALUES(8,'shili-yuekan-zazhishe','《示例月刊》杂志社','media','','[]','[]','book',77,NULL);
INSERT INTO "experts_organisation" VALUES(9,'shili-chuanbo-yanjiuyuan','示例传播研究院','academia','','[]','[]','book',77,NULL);
INSERT INTO "experts_organisation" VALUES(10,'shili-jituan','示例集团','company','','[]','[]','book',78,NULL);
INSERT INTO "experts_organisation" VALUES(11,'shili-shuju-yangben-keji-youxiangongsi','示例数据(样本)科技有限公司','company','','[]','[]','book',83,NULL);
INSERT INTO "experts_organisation" VALUES(12,'yangben-shi-shuju-ju','样本市数据局','government','','[]','[]','book',12,NULL);
INSERT INTO "experts_organisation" VALUES(13,'shili-huangjia-xuehui-huiyuan','示例皇家学会会员','association','','[]','[]','book',14,NULL);
INSERT INTO "experts_organisation" VALUES(14,'yangben-zhihui-chengshi-yanjiuyuan','样本智慧城市研究院','academia','','[]','[]','book',16,NULL);
INSERT INTO "experts_organisation" VALUES(15,'shili-chubanshe','示例出版社','media','','[]','[]','book',26,NULL);
INSERT INTO "experts_organisation" VALUES(16,'shili-yinshuachang','示例印刷厂','','','[]','[]','book',49,NULL);
INSERT INTO "experts_organisation" VALUES(17,'yangben-shi-shuzi-zhili-zhuanjia-zixun-weiyuanhui','样本市数字治理专家咨询委员会','','','[]','[]','book',123,NULL);
CREATE TABLE "search_dictionaryword" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(40) NOT NULL UNIQUE, "note" varchar(200) NOT NULL);
CREATE TABLE "search_failedsearch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "words" varchar(100) NOT NULL UNIQUE, "count" integer unsigned NOT NULL CHECK ("count" >= 0), "last_seen" date NOT NULL);
CREATE TABLE "search_outboxentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "object_id" bigint NULL, "created_at" datetime NOT NULL);
CREATE TABLE "search_stopword" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(40) NOT NULL UNIQUE);
CREATE TABLE "search_synonym" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "term" varchar(40) NOT NULL, "also" varchar(40) NOT NULL, "both_ways" bool NOT NULL, CONSTRAINT "one_row_a_synonym" UNIQUE ("term", "also"), CONSTRAINT "a_synonym_is_another_word" CHECK (NOT ("term" = ("also"))));
CREATE TABLE "search_vocabularyrevision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" bigint unsigned NOT NULL CHECK ("number" >= 0));
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_user_groups_user_id_group_id_94350c0c_uniq" ON "auth_user_groups" ("user_id", "group_id");
CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "auth_user_groups" ("user_id");
CREATE INDEX "auth_user_groups_group_id_97559544" ON "auth_user_groups" ("group_id");
CREATE UNIQUE INDEX "auth_user_user_permissions_user_id_permission_id_14a6b632_uniq" ON "auth_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "auth_user_user_permissions_user_id_a95ead1b" ON "auth_user_user_permissions" ("user_id");
CREATE INDEX "auth_user_user_permissions_permission_id_1fbb5f2c" ON "auth_user_user_permissions" ("permission_id");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "one_row_per_post_without_a_body" ON "experts_affiliation" ("expert_id", "job_title") WHERE "organisation_id" IS NULL;
CREATE INDEX "experts_affiliation_expert_id_043b1df8" ON "experts_affiliation" ("expert_id");
CREATE INDEX "experts_affiliation_organisation_id_c26d6c29" ON "experts_affiliation" ("organisation_id");
CREATE UNIQUE INDEX "one_book_an_isbn" ON "cases_book" ("isbn") WHERE NOT ("isbn" = '');
CREATE UNIQUE INDEX "cases_critique_affiliations_critique_id_affiliation_id_d4c94480_uniq" ON "cases_critique_affiliations" ("critique_id", "affiliation_id");
CREATE INDEX "cases_critique_affiliations_critique_id_e4d2aa93" ON "cases_critique_affiliations" ("critique_id");
CREATE INDEX "cases_critique_affiliations_affiliation_id_c2640aa6" ON "cases_critique_affiliations" ("affiliation_id");
CREATE UNIQUE INDEX "cases_fact_organisations_fact_id_organisation_id_cc26845d_uniq" ON "cases_fact_organisations" ("fact_id", "organisation_id");
CREATE INDEX "cases_fact_organisations_fact_id_cbcee58e" ON "cases_fact_organisations" ("fact_id");
CREATE INDEX "cases_fact_organisations_organisation_id_d8eb51bb" ON "cases_fact_organisations" ("organisation_id");
CREATE UNIQUE INDEX "cases_fact_places_fact_id_place_id_dc59b6d3_uniq" ON "cases_fact_places" ("fact_id", "place_id");
CREATE INDEX "cases_fact_places_fact_id_9c7d950f" ON "cases_fact_places" ("fact_id");
CREATE INDEX "cases_fact_places_place_id_42c41754" ON "cases_fact_places" ("place_id");
CREATE INDEX "cases_contribution_book_id_953648c5" ON "cases_contribution" ("book_id");
CREATE INDEX "cases_contribution_expert_id_30a8d018" ON "cases_contribution" ("expert_id");
CREATE INDEX "cases_contribution_organisation_id_6c4f6464" ON "cases_contribution" ("organisation_id");
CREATE UNIQUE INDEX "cases_contribution_affiliations_contribution_id_affiliation_id_a0d7384b_uniq" ON "cases_contribution_affiliations" ("contribution_id", "affiliation_id");
CREATE INDEX "cases_contribution_affiliations_contribution_id_4d6ff6c5" ON "cases_contribution_affiliations" ("contribution_id");
CREATE INDEX "cases_contribution_affiliations_affiliation_id_afb6b86e" ON "cases_contribution_affiliations" ("affiliation_id");
CREATE INDEX "cases_critique_case_id_a617c743" ON "cases_critique" ("case_id");
CREATE INDEX "cases_critique_expert_id_c4baf0cb" ON "cases_critique" ("expert_id");
CREATE INDEX "cases_erratum_book_id_9648b829" ON "cases_erratum" ("book_id");
CREATE INDEX "cases_part_book_id_1cb806c9" ON "cases_part" ("book_id");
CREATE INDEX "cases_caseplace_case_id_1d2e7318" ON "cases_caseplace" ("case_id");
CREATE INDEX "cases_caseplace_place_id_35c50d81" ON "cases_caseplace" ("place_id");
CREATE UNIQUE INDEX "one_primary_place_a_case" ON "cases_caseplace" ("case_id") WHERE "is_primary";
CREATE INDEX "cases_section_book_id_4f3752d8" ON "cases_section" ("book_id");
CREATE INDEX "cases_section_case_id_4181b784" ON "cases_section" ("case_id");
CREATE INDEX "cases_section_critique_id_16473813" ON "cases_section" ("critique_id");
CREATE INDEX "cases_section_part_id_8bb8a12f" ON "cases_section" ("part_id");
CREATE INDEX "cases_section_parent_id_c6bd0335" ON "cases_section" ("parent_id");
CREATE INDEX "cases_passage_book_id_da5bd571" ON "cases_passage" ("book_id");
CREATE INDEX "cases_passage_section_id_fa9c6caf" ON "cases_passage" ("section_id");
CREATE INDEX "cases_casetheme_case_id_b668a3d2" ON "cases_casetheme" ("case_id");
CREATE INDEX "cases_casetheme_theme_id_39c173b1" ON "cases_casetheme" ("theme_id");
CREATE INDEX "cases_case_book_id_4f672031" ON "cases_case" ("book_id");
CREATE INDEX "cases_case_part_id_df3fde44" ON "cases_case" ("part_id");
CREATE INDEX "memories_of_a_row" ON "cases_importedrow" ("model", "object_id");
CREATE INDEX "cases_fact_book_id_9cd2d2cb" ON "cases_fact" ("book_id");
CREATE INDEX "cases_fact_case_id_ae6d68fc" ON "cases_fact" ("case_id");
CREATE INDEX "cases_fact_reference_id_072bee2b" ON "cases_fact" ("reference_id");
CREATE INDEX "cases_fact_section_id_48da89a9" ON "cases_fact" ("section_id");
CREATE INDEX "cases_fact_erratum_id_e0163dd5" ON "cases_fact" ("erratum_id");
CREATE INDEX "cases_fact_part_id_a71acd9b" ON "cases_fact" ("part_id");
CREATE INDEX "cases_place_path_f85121d3" ON "cases_place" ("path");
CREATE INDEX "cases_place_city_id_a87fdde4" ON "cases_place" ("city_id");
CREATE INDEX "cases_place_parent_id_edd7913d" ON "cases_place" ("parent_id");
CREATE INDEX "cases_place_province_id_bd380161" ON "cases_place" ("province_id");
CREATE TRIGGER cases_place_no_cycle BEFORE UPDATE OF parent_id ON cases_place
WHEN NEW.parent_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a place cannot lie in itself') WHERE EXISTS (
        WITH RECURSIVE up(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT place.parent_id FROM cases_place AS place JOIN up ON place.id = up.id
        )
        SELECT 1 FROM up WHERE id = NEW.id
    );
END;
CREATE INDEX "cases_seat_place_id_1818e516" ON "cases_seat" ("place_id");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE TRIGGER "experts_organisation_moves_insert" AFTER INSERT ON "experts_organisation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_organisation_moves_update" AFTER UPDATE ON "experts_organisation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_organisation_moves_delete" AFTER DELETE ON "experts_organisation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_expert_moves_insert" AFTER INSERT ON "experts_expert"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_expert_moves_update" AFTER UPDATE ON "experts_expert"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_expert_moves_delete" AFTER DELETE ON "experts_expert"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_affiliation_moves_insert" AFTER INSERT ON "experts_affiliation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_affiliation_moves_update" AFTER UPDATE ON "experts_affiliation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "experts_affiliation_moves_delete" AFTER DELETE ON "experts_affiliation"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_book_moves_insert" AFTER INSERT ON "cases_book"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_book_moves_update" AFTER UPDATE ON "cases_book"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_book_moves_delete" AFTER DELETE ON "cases_book"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_part_moves_insert" AFTER INSERT ON "cases_part"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_part_moves_update" AFTER UPDATE ON "cases_part"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_part_moves_delete" AFTER DELETE ON "cases_part"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_affiliations_moves_insert" AFTER INSERT ON "cases_contribution_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_affiliations_moves_update" AFTER UPDATE ON "cases_contribution_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_affiliations_moves_delete" AFTER DELETE ON "cases_contribution_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_moves_insert" AFTER INSERT ON "cases_contribution"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_moves_update" AFTER UPDATE ON "cases_contribution"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_contribution_moves_delete" AFTER DELETE ON "cases_contribution"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_erratum_moves_insert" AFTER INSERT ON "cases_erratum"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_erratum_moves_update" AFTER UPDATE ON "cases_erratum"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_erratum_moves_delete" AFTER DELETE ON "cases_erratum"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_place_moves_insert" AFTER INSERT ON "cases_place"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_place_moves_update" AFTER UPDATE ON "cases_place"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_place_moves_delete" AFTER DELETE ON "cases_place"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_theme_moves_insert" AFTER INSERT ON "cases_theme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_theme_moves_update" AFTER UPDATE ON "cases_theme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_theme_moves_delete" AFTER DELETE ON "cases_theme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_case_moves_insert" AFTER INSERT ON "cases_case"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_case_moves_update" AFTER UPDATE ON "cases_case"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_case_moves_delete" AFTER DELETE ON "cases_case"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_caseplace_moves_insert" AFTER INSERT ON "cases_caseplace"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_caseplace_moves_update" AFTER UPDATE ON "cases_caseplace"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_caseplace_moves_delete" AFTER DELETE ON "cases_caseplace"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_casetheme_moves_insert" AFTER INSERT ON "cases_casetheme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_casetheme_moves_update" AFTER UPDATE ON "cases_casetheme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_casetheme_moves_delete" AFTER DELETE ON "cases_casetheme"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_affiliations_moves_insert" AFTER INSERT ON "cases_critique_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_affiliations_moves_update" AFTER UPDATE ON "cases_critique_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_affiliations_moves_delete" AFTER DELETE ON "cases_critique_affiliations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_moves_insert" AFTER INSERT ON "cases_critique"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_moves_update" AFTER UPDATE ON "cases_critique"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_critique_moves_delete" AFTER DELETE ON "cases_critique"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_section_moves_insert" AFTER INSERT ON "cases_section"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_section_moves_update" AFTER UPDATE ON "cases_section"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_section_moves_delete" AFTER DELETE ON "cases_section"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_passage_moves_insert" AFTER INSERT ON "cases_passage"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_passage_moves_update" AFTER UPDATE ON "cases_passage"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_passage_moves_delete" AFTER DELETE ON "cases_passage"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_reference_moves_insert" AFTER INSERT ON "cases_reference"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_reference_moves_update" AFTER UPDATE ON "cases_reference"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_reference_moves_delete" AFTER DELETE ON "cases_reference"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_places_moves_insert" AFTER INSERT ON "cases_fact_places"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_places_moves_update" AFTER UPDATE ON "cases_fact_places"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_places_moves_delete" AFTER DELETE ON "cases_fact_places"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_organisations_moves_insert" AFTER INSERT ON "cases_fact_organisations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_organisations_moves_update" AFTER UPDATE ON "cases_fact_organisations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_organisations_moves_delete" AFTER DELETE ON "cases_fact_organisations"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_moves_insert" AFTER INSERT ON "cases_fact"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_moves_update" AFTER UPDATE ON "cases_fact"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_fact_moves_delete" AFTER DELETE ON "cases_fact"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_seat_moves_insert" AFTER INSERT ON "cases_seat"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_seat_moves_update" AFTER UPDATE ON "cases_seat"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_seat_moves_delete" AFTER DELETE ON "cases_seat"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_synonym_moves_insert" AFTER INSERT ON "search_synonym"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_synonym_moves_update" AFTER UPDATE ON "search_synonym"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_synonym_moves_delete" AFTER DELETE ON "search_synonym"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_stopword_moves_insert" AFTER INSERT ON "search_stopword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_stopword_moves_update" AFTER UPDATE ON "search_stopword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_stopword_moves_delete" AFTER DELETE ON "search_stopword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_dictionaryword_moves_insert" AFTER INSERT ON "search_dictionaryword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_dictionaryword_moves_update" AFTER UPDATE ON "search_dictionaryword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_dictionaryword_moves_delete" AFTER DELETE ON "search_dictionaryword"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_vocabularyrevision_moves_insert" AFTER INSERT ON "search_vocabularyrevision"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_vocabularyrevision_moves_update" AFTER UPDATE ON "search_vocabularyrevision"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_vocabularyrevision_moves_delete" AFTER DELETE ON "search_vocabularyrevision"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_outboxentry_moves_insert" AFTER INSERT ON "search_outboxentry"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_outboxentry_moves_update" AFTER UPDATE ON "search_outboxentry"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "search_outboxentry_moves_delete" AFTER DELETE ON "search_outboxentry"
BEGIN
    UPDATE casebook_contentrevision SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END;
CREATE TRIGGER "cases_caseplace_dates_insert" AFTER INSERT ON "cases_caseplace"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_caseplace_dates_update" AFTER UPDATE ON "cases_caseplace"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_caseplace_dates_delete" AFTER DELETE ON "cases_caseplace"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_organisations_dates_insert" AFTER INSERT ON "cases_fact_organisations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_organisations_dates_update" AFTER UPDATE ON "cases_fact_organisations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_organisations_dates_delete" AFTER DELETE ON "cases_fact_organisations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_theme_dates_insert" AFTER INSERT ON "cases_theme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_theme_dates_update" AFTER UPDATE ON "cases_theme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_theme_dates_delete" AFTER DELETE ON "cases_theme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_case_dates_insert" AFTER INSERT ON "cases_case"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', NEW."part_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."part_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_case_dates_update" AFTER UPDATE ON "cases_case"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', OLD."part_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."part_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', NEW."part_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."part_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_case_dates_delete" AFTER DELETE ON "cases_case"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', OLD."part_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."part_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_passage_dates_insert" AFTER INSERT ON "cases_passage"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', NEW."section_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."section_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_passage_dates_update" AFTER UPDATE ON "cases_passage"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', OLD."section_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."section_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', NEW."section_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."section_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_passage_dates_delete" AFTER DELETE ON "cases_passage"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', OLD."section_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."section_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_place_dates_insert" AFTER INSERT ON "cases_place"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_place_dates_update" AFTER UPDATE ON "cases_place"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_place_dates_delete" AFTER DELETE ON "cases_place"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_erratum_dates_insert" AFTER INSERT ON "cases_erratum"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_erratum_dates_update" AFTER UPDATE ON "cases_erratum"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_erratum_dates_delete" AFTER DELETE ON "cases_erratum"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_places_dates_insert" AFTER INSERT ON "cases_fact_places"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_places_dates_update" AFTER UPDATE ON "cases_fact_places"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', NEW."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_places_dates_delete" AFTER DELETE ON "cases_fact_places"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."fact_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."fact_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'place', OLD."place_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."place_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_section_dates_insert" AFTER INSERT ON "cases_section"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_section_dates_update" AFTER UPDATE ON "cases_section"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_section_dates_delete" AFTER DELETE ON "cases_section"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'section', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_affiliations_dates_insert" AFTER INSERT ON "cases_critique_affiliations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_affiliations_dates_update" AFTER UPDATE ON "cases_critique_affiliations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_affiliations_dates_delete" AFTER DELETE ON "cases_critique_affiliations"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."critique_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."critique_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_casetheme_dates_insert" AFTER INSERT ON "cases_casetheme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', NEW."theme_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."theme_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_casetheme_dates_update" AFTER UPDATE ON "cases_casetheme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', OLD."theme_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."theme_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', NEW."theme_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."theme_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_casetheme_dates_delete" AFTER DELETE ON "cases_casetheme"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'theme', OLD."theme_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."theme_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_dates_insert" AFTER INSERT ON "cases_fact"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_dates_update" AFTER UPDATE ON "cases_fact"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_fact_dates_delete" AFTER DELETE ON "cases_fact"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'fact', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_organisation_dates_insert" AFTER INSERT ON "experts_organisation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_organisation_dates_update" AFTER UPDATE ON "experts_organisation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_organisation_dates_delete" AFTER DELETE ON "experts_organisation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_affiliation_dates_insert" AFTER INSERT ON "experts_affiliation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_affiliation_dates_update" AFTER UPDATE ON "experts_affiliation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_affiliation_dates_delete" AFTER DELETE ON "experts_affiliation"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_dates_insert" AFTER INSERT ON "cases_critique"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_dates_update" AFTER UPDATE ON "cases_critique"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', NEW."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_critique_dates_delete" AFTER DELETE ON "cases_critique"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'critique', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'case', OLD."case_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."case_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_part_dates_insert" AFTER INSERT ON "cases_part"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_part_dates_update" AFTER UPDATE ON "cases_part"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_part_dates_delete" AFTER DELETE ON "cases_part"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'part', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_book_dates_insert" AFTER INSERT ON "cases_book"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_book_dates_update" AFTER UPDATE ON "cases_book"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_book_dates_delete" AFTER DELETE ON "cases_book"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_expert_dates_insert" AFTER INSERT ON "experts_expert"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_expert_dates_update" AFTER UPDATE ON "experts_expert"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "experts_expert_dates_delete" AFTER DELETE ON "experts_expert"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_contribution_dates_insert" AFTER INSERT ON "cases_contribution"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_contribution_dates_update" AFTER UPDATE ON "cases_contribution"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', NEW."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', NEW."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', NEW."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE NEW."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
CREATE TRIGGER "cases_contribution_dates_delete" AFTER DELETE ON "cases_contribution"
BEGIN
    
    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'book', OLD."book_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."book_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'expert', OLD."expert_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."expert_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

    INSERT INTO casebook_rowdate (kind, key, changed_at)
    SELECT 'organisation', OLD."organisation_id", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE OLD."organisation_id" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;

END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',30);
INSERT INTO "sqlite_sequence" VALUES('django_admin_log',0);
INSERT INTO "sqlite_sequence" VALUES('django_content_type',33);
INSERT INTO "sqlite_sequence" VALUES('auth_permission',132);
INSERT INTO "sqlite_sequence" VALUES('auth_group',0);
INSERT INTO "sqlite_sequence" VALUES('auth_user',3);
INSERT INTO "sqlite_sequence" VALUES('experts_affiliation',18);
INSERT INTO "sqlite_sequence" VALUES('experts_expert',12);
INSERT INTO "sqlite_sequence" VALUES('experts_organisation',17);
INSERT INTO "sqlite_sequence" VALUES('cases_critique',14);
INSERT INTO "sqlite_sequence" VALUES('cases_erratum',2);
INSERT INTO "sqlite_sequence" VALUES('cases_part',3);
INSERT INTO "sqlite_sequence" VALUES('cases_caseplace',2);
INSERT INTO "sqlite_sequence" VALUES('cases_section',92);
INSERT INTO "sqlite_sequence" VALUES('cases_passage',138);
INSERT INTO "sqlite_sequence" VALUES('cases_casetheme',12);
INSERT INTO "sqlite_sequence" VALUES('cases_case',10);
INSERT INTO "sqlite_sequence" VALUES('cases_reference',0);
INSERT INTO "sqlite_sequence" VALUES('cases_fact',0);
INSERT INTO "sqlite_sequence" VALUES('cases_place',42);
INSERT INTO "sqlite_sequence" VALUES('cases_theme',18);
INSERT INTO "sqlite_sequence" VALUES('casebook_contentrevision',1);
INSERT INTO "sqlite_sequence" VALUES('casebook_rowdate',685);
INSERT INTO "sqlite_sequence" VALUES('cases_importedrow',261);
INSERT INTO "sqlite_sequence" VALUES('search_outboxentry',36);
INSERT INTO "sqlite_sequence" VALUES('cases_book',1);
INSERT INTO "sqlite_sequence" VALUES('cases_contribution',17);
INSERT INTO "sqlite_sequence" VALUES('cases_contribution_affiliations',17);
INSERT INTO "sqlite_sequence" VALUES('cases_critique_affiliations',16);
COMMIT;
